import type { JsonSchema, JsonType } from "@sitebay-tickets/contract/schemas";
import { type FieldError, Mismatch } from "./field-error.ts";
import { plural } from "./plural.ts";
import { choose, isChoice } from "./pydantic-choice.ts";
import { convertScalar } from "./pydantic-scalar.ts";
import { exactMember, memberName } from "./pydantic-union.ts";
import { PythonNumber } from "./python-number.ts";

/**
 * Judges a value as pydantic 2 does in its lax mode: what can be taken for the wanted type is
 * converted (`"yes"` is a boolean, `" 7 "` an integer, a UUID may lack its hyphens), defaults are
 * filled in, and of everything else each failing field is reported, in the schema's order.
 *
 * Types, messages, `ctx` and the converted values are held against recorded verdicts of pydantic 2.13
 * and answers of FastAPI (`test/fastapi`); docs/fastapi-answers.md tells them apart.
 *
 * @param errors where failing fields are added
 * @returns the converted value; without meaning when errors were added
 */
export function judge(schema: JsonSchema, input: unknown, loc: FieldError["loc"], errors: FieldError[]): unknown {
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (input === null && types.includes("null")) return input;
  if (isChoice(schema)) return settle(choose(schema, input), input, loc, errors);
  const [type, ...others] = types.filter((each) => each !== "null");
  if (type === undefined) return input;
  return others.length === 0
    ? judgeType(type, schema, input, loc, errors)
    : judgeUnion([type, ...others], schema, input, loc, errors);
}

/** @param absent what is reported as the input of a missing field: for a model that is the model itself */
export function judgeFields(
  schema: JsonSchema,
  input: Readonly<Record<string, unknown>>,
  loc: FieldError["loc"],
  errors: FieldError[],
  absent: unknown = input,
): Record<string, unknown> {
  const { properties = {}, additionalProperties } = schema;
  const values = new Map<string, unknown>();
  for (const [field, fieldSchema] of Object.entries(properties)) {
    if (Object.hasOwn(input, field)) {
      values.set(field, judge(fieldSchema, input[field], [...loc, field], errors));
    } else if (schema.required?.includes(field)) {
      errors.push(missing.at([...loc, field], absent));
    } else if (fieldSchema.default !== undefined) {
      values.set(field, fieldSchema.default);
    }
  }
  // Unless the schema says otherwise, fields that it does not name are dropped, as a pydantic model does.
  for (const [field, value] of Object.entries(additionalProperties === undefined ? {} : input)) {
    if (Object.hasOwn(properties, field)) continue;
    if (additionalProperties === false) errors.push(unwanted.at([...loc, field], value));
    else
      values.set(
        field,
        isSchema(additionalProperties) ? judge(additionalProperties, value, [...loc, field], errors) : value,
      );
  }
  return Object.fromEntries(values);
}

export const missing = new Mismatch("missing", "Field required");
const unwanted = new Mismatch("extra_forbidden", "Extra inputs are not permitted");

function judgeType(
  type: Exclude<JsonType, "null">,
  schema: JsonSchema,
  input: unknown,
  loc: FieldError["loc"],
  errors: FieldError[],
): unknown {
  if (type === "object") return judgeObject(schema, input, loc, errors);
  if (type === "array") return judgeArray(schema, input, loc, errors);
  return settle(convertScalar(type, schema, input), input, loc, errors);
}

function settle(value: unknown, input: unknown, loc: FieldError["loc"], errors: FieldError[]): unknown {
  if (value instanceof Mismatch) errors.push(value.at(loc, input));
  return value;
}

/** The member that the value is of already, or else the first that it can be converted to. */
function judgeUnion(
  types: readonly Exclude<JsonType, "null">[],
  schema: JsonSchema,
  input: unknown,
  loc: FieldError["loc"],
  errors: FieldError[],
): unknown {
  const exact = exactMember(types, input);
  for (const type of exact === undefined ? types : [exact, ...types]) {
    const found: FieldError[] = [];
    const value = judgeType(type, schema, input, loc, found);
    if (found.length === 0) return value;
  }
  for (const type of types) judgeType(type, schema, input, [...loc, memberName(type, schema)], errors);
  return undefined;
}

function judgeObject(schema: JsonSchema, input: unknown, loc: FieldError["loc"], errors: FieldError[]): unknown {
  if (isRecord(input))
    return schema.properties || isSchema(schema.additionalProperties) ? judgeFields(schema, input, loc, errors) : input;
  errors.push((schema.properties ? notAModel : notADictionary).at(loc, input));
  return undefined;
}

const notADictionary = new Mismatch("dict_type", "Input should be a valid dictionary");
const notAModel = new Mismatch(
  "model_attributes_type",
  "Input should be a valid dictionary or object to extract fields from",
);

function judgeArray(schema: JsonSchema, input: unknown, loc: FieldError["loc"], errors: FieldError[]): unknown {
  if (!Array.isArray(input)) {
    errors.push(new Mismatch("list_type", "Input should be a valid list").at(loc, input));
    return undefined;
  }
  const { items = {}, minItems, maxItems } = schema;
  if (maxItems !== undefined && input.length > maxItems) {
    errors.push(tooLong(maxItems, input.length).at(loc, input));
    return undefined;
  }
  const before = errors.length;
  const values = input.map((item, i) => judge(items, item, [...loc, i], errors));
  // A list is counted once its items are good.
  if (errors.length === before && minItems !== undefined && input.length < minItems) {
    errors.push(tooShort(minItems, input.length).at(loc, input));
  }
  return values;
}

function tooLong(max_length: number, actual_length: number): Mismatch {
  const msg = `List should have at most ${plural(max_length, "item")} after validation, not ${actual_length}`;
  return new Mismatch("too_long", msg, { field_type: "List", max_length, actual_length });
}

function tooShort(min_length: number, actual_length: number): Mismatch {
  const msg = `List should have at least ${plural(min_length, "item")} after validation, not ${actual_length}`;
  return new Mismatch("too_short", msg, { field_type: "List", min_length, actual_length });
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof PythonNumber);
}
