import { fromPointer } from "../spec/json-pointer.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";

const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const SINGLE = ["additionalProperties", "contains", "else", "if", "items", "not", "then", "unevaluatedItems"];
const COMBINED = ["allOf", "anyOf", "oneOf", "else", "if", "not", "then"];

/**
 * A schema that refuses fields which it does not name, at any depth, unless it says itself what others
 * there may be. References lead to the schema `spec`.
 *
 * @param closes false for what is only a part of another schema, which then knows all fields
 */
export function closed(spec: SpecDocument, schema: JsonObject, closes: boolean): JsonObject {
  const inner = Object.entries(schema).map(([key, value]): [string, unknown] => {
    const isWhole = !COMBINED.includes(key);
    if (key === "$ref" && typeof value === "string") return [key, `spec${value}`];
    if (key === "properties" || key === "patternProperties") return [key, closedEach(spec, value)];
    if (SINGLE.includes(key)) return [key, closedWithin(spec, value, isWhole)];
    if (LISTS.includes(key) && Array.isArray(value))
      return [key, value.map((item) => closedWithin(spec, item, isWhole))];
    return [key, value];
  });
  const isOpen =
    "additionalProperties" in schema || "unevaluatedProperties" in schema || !namesFields(spec, schema, []);
  return Object.fromEntries(closes && !isOpen ? [...inner, ["unevaluatedProperties", false]] : inner);
}

function closedWithin(spec: SpecDocument, schema: unknown, closes: boolean): unknown {
  return isObject(schema) ? closed(spec, schema, closes) : schema;
}

function closedEach(spec: SpecDocument, schemas: unknown): unknown {
  if (!isObject(schemas)) return schemas;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, closedWithin(spec, schema, true)]));
}

/** Whether a schema says which fields an object has: what takes anything must not be closed. */
function namesFields(spec: SpecDocument, schema: JsonObject, above: readonly JsonObject[]): boolean {
  if (above.includes(schema)) return false;
  if ("properties" in schema || "patternProperties" in schema) return true;
  const { $ref } = schema;
  const target = typeof $ref === "string" && $ref.startsWith("#/") ? spec.at(fromPointer($ref)) : undefined;
  const parts = [target, ...["allOf", "anyOf", "oneOf"].flatMap((key) => schema[key])];
  return parts.some((part) => isObject(part) && namesFields(spec, part, [...above, schema]));
}
