import { formats } from "@sitebay-tickets/contract/validator-runtime";
import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";

/**
 * Refuses what the generators would stumble over without saying where: references to nothing, and
 * formats that no validator checks.
 *
 * @throws SpecError
 */
export function checkDocument(spec: SpecDocument): void {
  checkValue(spec, spec.value, []);
}

function checkValue(spec: SpecDocument, value: unknown, path: Path): void {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) checkValue(spec, item, [...path, i]);
  } else if (isObject(value)) {
    const { $ref, type, format } = value;
    if (typeof $ref === "string" && !($ref.startsWith("#/") && spec.at(fromPointer($ref)) !== undefined)) {
      throw spec.error([...path, "$ref"], `nothing stands at ${$ref} in this document`);
    }
    if (type !== undefined && typeof format === "string" && !Object.hasOwn(formats, format)) {
      throw spec.error(
        [...path, "format"],
        `no validator knows the format ${format}; teach it to validator-runtime.ts`,
      );
    }
    for (const [key, item] of Object.entries(value)) checkValue(spec, item, [...path, key]);
  }
}
