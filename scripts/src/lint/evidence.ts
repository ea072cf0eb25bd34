import type { Path } from "../spec/json-pointer.ts";
import { operationsIn } from "../spec/operations-in.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { Objection } from "./rule.ts";

/** Who may say so: the words of `x-evidence`, as the head of the spec lists them. */
export const EVIDENCE = ["page", "document", "guide", "library", "assumption"];

/** Every operation and every schema names who says that it is so. */
export function* evidence(spec: SpecDocument): Generator<Objection> {
  for (const { path, value } of operationsIn(spec)) yield* judge(path, value["x-evidence"]);
  const schemas = spec.at(["components", "schemas"]);
  for (const [name, schema] of Object.entries(isObject(schemas) ? schemas : {}))
    if (isObject(schema)) yield* judge(["components", "schemas", name], schema["x-evidence"]);
}

function* judge(holder: Path, words: unknown): Generator<Objection> {
  const path = [...holder, "x-evidence"];
  const fix = `name who says so, strongest first, in a list of ${EVIDENCE.join(", ")}`;
  if (!Array.isArray(words) || words.length === 0) {
    yield { path, message: words === undefined ? "x-evidence is missing" : "x-evidence is no list of words", fix };
    return;
  }
  for (const [i, word] of words.entries()) {
    if (!EVIDENCE.includes(word)) yield { path: [...path, i], message: `${word} is no kind of evidence`, fix };
    else if (words.indexOf(word) < i)
      yield { path: [...path, i], message: `${word} is named twice`, fix: "name each once" };
  }
}
