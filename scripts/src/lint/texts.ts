import type { Path } from "../spec/json-pointer.ts";
import type { Objection, Rule } from "./rule.ts";

const TEXTS = new Set(["description", "summary"]);

/** Where a document holds data, in which a text may well be empty. */
const DATA = new Set(["default", "enum", "example", "examples", "value"]);

/** What `pnpm spec:upstream --adopt` leaves to be written is empty. */
export const texts: Rule = (spec) => emptyTexts(spec.value, []);

function* emptyTexts(value: unknown, path: Path): Generator<Objection> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    const isName = path.at(-1) === "properties";
    if (TEXTS.has(key) && typeof inner === "string" && inner.trim() === "") {
      yield { path: here, message: `the ${key} is empty`, fix: "say in a few words what a client has to know" };
    } else if (isName || !DATA.has(key) || isNamedExamples(key, inner)) {
      yield* emptyTexts(inner, here);
    }
  }
}

/** Of a named example, the summary is text and the value is data. */
function isNamedExamples(key: string, value: unknown): boolean {
  return key === "examples" && !Array.isArray(value);
}
