import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import { type FieldError, Mismatch } from "./field-error.ts";
import { convertScalar } from "./pydantic-scalar.ts";

/**
 * Judges a value as pydantic 2 does in its lax mode: what can be taken for the wanted type is
 * converted (`"yes"` is a boolean, `" 7 "` an integer, a UUID may lack its hyphens), defaults are
 * filled in, and of everything else each failing field is reported, in the schema's order.
 *
 * Types, messages and `ctx` are held against recorded answers of FastAPI 0.142.2 with pydantic
 * 2.13.5 (`test/fastapi`); https://docs.pydantic.dev/latest/errors/validation_errors/ lists them.
 *
 * @param errors where failing fields are added
 * @returns the converted value; without meaning when errors were added
 */
export function judge(schema: JsonSchema, input: unknown, loc: FieldError["loc"], errors: FieldError[]): unknown {
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  const type = types.find((each) => each !== "null");
  if (type === undefined || (input === null && types.includes("null"))) return input;
  if (type === "object") return judgeObject(schema, input, loc, errors);
  if (type === "array") return judgeArray(schema, input, loc, errors);

  const value = convertScalar(type, schema, input);
  if (value instanceof Mismatch) errors.push(value.at(loc, input));
  return value;
}

/** @param absent what is reported as the input of a missing field: for a model that is the model itself */
export function judgeFields(
  schema: JsonSchema,
  input: Readonly<Record<string, unknown>>,
  loc: FieldError["loc"],
  errors: FieldError[],
  absent: unknown = input,
): Record<string, unknown> {
  // Fields that the schema does not name are dropped, as a pydantic model does.
  const values: Record<string, unknown> = {};
  for (const [field, fieldSchema] of Object.entries(schema.properties ?? {})) {
    if (Object.hasOwn(input, field)) {
      values[field] = judge(fieldSchema, input[field], [...loc, field], errors);
    } else if (schema.required?.includes(field)) {
      errors.push(missing.at([...loc, field], absent));
    } else if (fieldSchema.default !== undefined) {
      values[field] = fieldSchema.default;
    }
  }
  return values;
}

export const missing = new Mismatch("missing", "Field required");

function judgeObject(schema: JsonSchema, input: unknown, loc: FieldError["loc"], errors: FieldError[]): unknown {
  if (isRecord(input)) return judgeFields(schema, input, loc, errors);
  errors.push(notAnObject.at(loc, input));
  return undefined;
}

const notAnObject = new Mismatch(
  "model_attributes_type",
  "Input should be a valid dictionary or object to extract fields from",
);

function judgeArray(schema: JsonSchema, input: unknown, loc: FieldError["loc"], errors: FieldError[]): unknown {
  if (Array.isArray(input)) return input.map((item, i) => judge(schema.items ?? {}, item, [...loc, i], errors));
  errors.push(new Mismatch("list_type", "Input should be a valid list").at(loc, input));
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
