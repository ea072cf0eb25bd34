import type { JsonSchema, JsonType } from "@sitebay-tickets/contract/schemas";
import { Mismatch } from "./field-error.ts";
import { canonicalUuid, uuidError } from "./uuid-error.ts";

/** The types that hold no other values. */
type ScalarType = Exclude<JsonType, "array" | "null" | "object">;

/** Converts a value to the wanted type as pydantic's lax mode does, or says why it cannot be. */
export function convertScalar(type: ScalarType, schema: JsonSchema, input: unknown): unknown {
  const value = converters[type](input, schema);
  if (value instanceof Mismatch) return value;
  return boundsMismatch(value, schema) ?? enumMismatch(value, schema) ?? value;
}

const converters: Record<ScalarType, (input: unknown, schema: JsonSchema) => unknown> = {
  boolean: toBoolean,
  integer: toInteger,
  number: toNumber,
  string: (input, { format }) => (format === "uuid" || format === "uuid4" ? toUuid(input, format) : toText(input)),
};

function toText(input: unknown): unknown {
  return typeof input === "string" ? input : new Mismatch("string_type", "Input should be a valid string");
}

function toUuid(input: unknown, format: "uuid" | "uuid4"): unknown {
  if (typeof input !== "string") {
    return new Mismatch("uuid_type", "UUID input should be a string, bytes or UUID object");
  }
  const error = uuidError(input);
  if (error !== undefined) return new Mismatch("uuid_parsing", `Input should be a valid UUID, ${error}`, { error });
  const uuid = canonicalUuid(input);
  const isVersion4 = /^.{14}4.{4}[89ab]/.test(uuid);
  return format === "uuid" || isVersion4
    ? uuid
    : new Mismatch("uuid_version", "UUID version 4 expected", { expected_version: 4 });
}

function toBoolean(input: unknown): unknown {
  if (typeof input === "boolean") return input;
  const word = typeof input === "string" ? input.toLowerCase() : Number.isInteger(input) ? String(input) : undefined;
  if (word === undefined) return new Mismatch("bool_type", "Input should be a valid boolean");
  if (["1", "on", "t", "true", "y", "yes"].includes(word)) return true;
  if (["0", "off", "f", "false", "n", "no"].includes(word)) return false;
  return new Mismatch("bool_parsing", "Input should be a valid boolean, unable to interpret input");
}

function toInteger(input: unknown): unknown {
  if (typeof input === "boolean") return Number(input);
  if (typeof input === "number") {
    if (Number.isInteger(input)) return input;
    return new Mismatch("int_from_float", "Input should be a valid integer, got a number with a fractional part");
  }
  if (typeof input !== "string") return new Mismatch("int_type", "Input should be a valid integer");
  // Python's notation: signs, grouping underscores and a fraction of zeros are fine.
  if (/^\s*[-+]?\d+(?:_\d+)*(?:\.0+)?\s*$/.test(input)) return Number(input.replaceAll("_", ""));
  return new Mismatch("int_parsing", "Input should be a valid integer, unable to parse string as an integer");
}

function toNumber(input: unknown): unknown {
  if (typeof input === "number" || typeof input === "boolean") return Number(input);
  if (typeof input !== "string") return new Mismatch("float_type", "Input should be a valid number");
  if (input.trim() !== "" && Number.isFinite(Number(input))) return Number(input);
  return new Mismatch("float_parsing", "Input should be a valid number, unable to parse string as a number");
}

function boundsMismatch(value: unknown, schema: JsonSchema): Mismatch | undefined {
  const { minimum: ge, maximum: le, minLength, maxLength } = schema;
  if (typeof value === "number") {
    if (ge !== undefined && value < ge) {
      return new Mismatch("greater_than_equal", `Input should be greater than or equal to ${ge}`, { ge });
    }
    if (le !== undefined && value > le) {
      return new Mismatch("less_than_equal", `Input should be less than or equal to ${le}`, { le });
    }
  }
  if (typeof value === "string") {
    const length = [...value].length;
    if (minLength !== undefined && length < minLength) {
      const msg = `String should have at least ${plural(minLength, "character")}`;
      return new Mismatch("string_too_short", msg, { min_length: minLength });
    }
    if (maxLength !== undefined && length > maxLength) {
      const msg = `String should have at most ${plural(maxLength, "character")}`;
      return new Mismatch("string_too_long", msg, { max_length: maxLength });
    }
  }
  return undefined;
}

function enumMismatch(value: unknown, schema: JsonSchema): Mismatch | undefined {
  if (schema.enum === undefined || schema.enum.includes(value)) return undefined;
  const choices = schema.enum
    .filter((each) => each !== null)
    .map((each) => (typeof each === "string" ? `'${each}'` : `${each}`));
  const expected = [choices.slice(0, -1).join(", "), choices.at(-1)].filter(Boolean).join(" or ");
  return new Mismatch("enum", `Input should be ${expected}`, { expected });
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
