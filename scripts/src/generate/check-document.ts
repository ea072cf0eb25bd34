import { formats } from "@sitebay-tickets/contract/validator-runtime";
import { fromPointer, type Path, toPointer } from "../spec/json-pointer.ts";
import { mappingsIn } from "../spec/mappings.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";

const TEXTS = ["description", "summary", "title"];

/**
 * Refuses what the generators would stumble over without saying where: references that lead to
 * nothing or in a circle, texts that are none, and formats that no validator checks.
 *
 * @throws SpecError
 */
export function checkDocument(spec: SpecDocument): void {
  for (const { path, value, isSchema } of mappingsIn(spec)) {
    if (value.$ref !== undefined) checkReference(spec, path, value.$ref);
    for (const key of TEXTS) {
      if (value[key] !== undefined && typeof value[key] !== "string")
        throw spec.error([...path, key], "expected a text");
    }
    if (isSchema && typeof value.format === "string" && !Object.hasOwn(formats, value.format)) {
      throw spec.error(
        [...path, "format"],
        `no validator knows the format ${value.format}; teach it to validator-runtime.ts`,
      );
    }
  }
}

function checkReference(spec: SpecDocument, holder: Path, reference: unknown): void {
  const here = [...holder, "$ref"];
  if (typeof reference !== "string") throw spec.error(here, "a $ref must be a text");
  const seen = [toPointer(holder)];
  for (let next: unknown = reference; typeof next === "string"; ) {
    if (next === seen[0]) throw spec.error(here, `$ref leads in a circle: ${[...seen, next].join(" → ")}`);
    // The circle is told of where it stands.
    if (seen.includes(next)) return;
    seen.push(next);
    const target = next.startsWith("#/") ? spec.at(fromPointer(next)) : undefined;
    if (target === undefined) throw spec.error(here, `nothing stands at ${next} in this document`);
    next = isObject(target) ? target.$ref : undefined;
  }
}
