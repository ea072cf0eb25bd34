import { fromPointer, toPointer } from "../spec/json-pointer.ts";
import { mappingsIn } from "../spec/mappings.ts";
import type { SpecDocument } from "../spec/spec-document.ts";
import type { Objection } from "./rule.ts";

/** Every reference leads to something in this document. */
export function* references(spec: SpecDocument): Generator<Objection> {
  for (const { path, value } of mappingsIn(spec)) {
    const { $ref } = value;
    if (typeof $ref !== "string") continue;
    const isInside = $ref.startsWith("#/");
    if (isInside && spec.at(fromPointer($ref)) !== undefined) continue;
    const target = isInside ? fromPointer($ref) : [];
    yield {
      path: [...path, "$ref"],
      message: `nothing stands at ${$ref} in this document`,
      fix: isInside
        ? `add ${target.at(-1)} to ${toPointer(target.slice(0, -1))}, or refer to something that is there`
        : "write it in this document, and refer to it there: #/components/…",
    };
  }
}
