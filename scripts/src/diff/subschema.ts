import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "../spec/spec-document.ts";

/**
 * Whether every value of one schema surely is a value of the other, both in normal form. Alternatives
 * and types are followed; of other rules only equal ones count, so that the answer may be a wrong no,
 * never a wrong yes.
 */
export function isSubschema(narrow: JsonObject, wide: JsonObject): boolean {
  return alternativesOf(narrow).every((one) => alternativesOf(wide).some((other) => isWithin(one, other)));
}

/** A schema of several types or alternatives as a list of schemas of one type each. */
function alternativesOf(schema: JsonObject): JsonObject[] {
  const { anyOf, oneOf, ...rest } = rulesOf(schema);
  const list = anyOf ?? oneOf;
  if (Array.isArray(list)) {
    return list.filter(isObject).flatMap((each) => alternativesOf({ ...rest, ...each }));
  }
  if (!Array.isArray(rest.type)) return [rest];
  return rest.type.map((type) => ({ ...rest, type }));
}

function isWithin(narrow: JsonObject, wide: JsonObject): boolean {
  return Object.entries(wide).every(([rule, wanted]) => {
    const given = narrow[rule];
    if (rule === "type") return given === wanted || (given === "integer" && wanted === "number");
    if (rule === "enum" && Array.isArray(wanted) && Array.isArray(given)) {
      return given.every((value) => wanted.some((other) => isDeepStrictEqual(value, other)));
    }
    // Other types' rules say nothing of this one's values: text has no `minimum`.
    if (ruledType(rule) !== undefined && narrow.type !== undefined && !ruledType(rule)?.includes(String(narrow.type))) {
      return true;
    }
    return isDeepStrictEqual(given, wanted);
  });
}

function ruledType(rule: string): readonly string[] | undefined {
  return RULED_TYPES[rule];
}

const NUMBERS = ["integer", "number"];
const RULED_TYPES: Readonly<Record<string, readonly string[]>> = {
  additionalProperties: ["object"],
  format: ["string", ...NUMBERS],
  items: ["array"],
  maximum: NUMBERS,
  maxItems: ["array"],
  maxLength: ["string"],
  minimum: NUMBERS,
  minItems: ["array"],
  minLength: ["string"],
  pattern: ["string"],
  properties: ["object"],
  required: ["object"],
};

const NO_RULES = new Set(["default", "deprecated", "description", "example", "examples", "readOnly", "writeOnly"]);

function rulesOf(schema: JsonObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !NO_RULES.has(key) && !key.startsWith("x-")));
}
