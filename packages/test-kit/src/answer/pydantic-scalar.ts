import type { JsonSchema, JsonType } from "@sitebay-tickets/contract/schemas";
import { Mismatch } from "./field-error.ts";
import { toInteger, toNumber } from "./pydantic-number.ts";
import { toText } from "./pydantic-text.ts";
import { PythonNumber } from "./python-number.ts";

/** The types that hold no other values. */
export type ScalarType = Exclude<JsonType, "array" | "null" | "object">;

/** Converts a value to the wanted type as pydantic's lax mode does, or says why it cannot be. */
export function convertScalar(type: ScalarType, schema: JsonSchema, input: unknown): unknown {
  return converters[type](input, schema);
}

const converters: Record<ScalarType, (input: unknown, schema: JsonSchema) => unknown> = {
  boolean: toBoolean,
  integer: toInteger,
  number: toNumber,
  string: toText,
};

function toBoolean(input: unknown): unknown {
  if (typeof input === "boolean") return input;
  const word = typeof input === "string" ? input.toLowerCase() : wholeNumber(input);
  if (word === undefined) return new Mismatch("bool_type", "Input should be a valid boolean");
  if (["1", "on", "t", "true", "y", "yes"].includes(word)) return true;
  if (["0", "off", "f", "false", "n", "no"].includes(word)) return false;
  return new Mismatch("bool_parsing", "Input should be a valid boolean, unable to interpret input");
}

/** A whole number as its digits; of a float's and an integer's kind alike, but no longer than 64 bits. */
function wholeNumber(input: unknown): string | undefined {
  const value = input instanceof PythonNumber ? input.value : input;
  return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 63 ? String(value) : undefined;
}
