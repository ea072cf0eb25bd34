import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import { Mismatch } from "./field-error.ts";
import { MOST_DIGITS } from "./python-json.ts";
import { PythonNumber } from "./python-number.ts";

/** Converts to an integer as pydantic's lax mode does, or says why it cannot be. */
export function toInteger(input: unknown, schema: JsonSchema): Mismatch | number {
  const value = integerOf(input);
  return value instanceof Mismatch ? value : (limitMismatch(value, schema) ?? Number(value));
}

/** Converts to a float as pydantic's lax mode does, or says why it cannot be. */
export function toNumber(input: unknown, schema: JsonSchema): Mismatch | number {
  const value = numberOf(input);
  return value instanceof Mismatch ? value : (limitMismatch(value, schema) ?? value);
}

/** A `bigint` where a double would lose digits. */
function integerOf(input: unknown): Mismatch | bigint | number {
  if (typeof input === "boolean") return Number(input);
  if (typeof input === "number") return wholeOf(input);
  if (input instanceof PythonNumber) return input.isFloat ? wholeOf(input.value) : BigInt(input.text);
  if (typeof input !== "string") return new Mismatch("int_type", "Input should be a valid integer");
  // Python's notation: signs, grouping underscores and a fraction of zeros are fine.
  const [, sign, digits = ""] = /^\s*([-+]?)(\d+(?:_\d+)*)(?:\.0+)?\s*$/.exec(input) ?? [];
  if (digits === "") {
    return new Mismatch("int_parsing", "Input should be a valid integer, unable to parse string as an integer");
  }
  const plain = digits.replaceAll("_", "");
  if (plain.length > MOST_DIGITS) return tooLarge;
  return sign === "-" ? -BigInt(plain) : BigInt(plain);
}

function wholeOf(float: number): Mismatch | number {
  if (!Number.isFinite(float)) return new Mismatch("finite_number", "Input should be a finite number");
  if (!Number.isInteger(float)) {
    return new Mismatch("int_from_float", "Input should be a valid integer, got a number with a fractional part");
  }
  return Math.abs(float) < 2 ** 63 ? float + 0 : tooLarge;
}

const tooLarge = new Mismatch("int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size");

function numberOf(input: unknown): Mismatch | number {
  if (typeof input === "number" || typeof input === "boolean") return Number(input);
  if (input instanceof PythonNumber) return input.value;
  if (typeof input !== "string") return new Mismatch("float_type", "Input should be a valid number");
  const text = input.trim();
  const word = /^([-+]?)(?:(inf(?:inity)?)|nan)$/i.exec(text);
  if (word) return word[2] === undefined ? Number.NaN : Number(`${word[1]}Infinity`);
  // An underscore may stand between two characters, but not beside another, and not at an end.
  const plain = text.replaceAll(/(?<=[^_])_(?=[^_])/g, "");
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) return Number(plain);
  return new Mismatch("float_parsing", "Input should be a valid number, unable to parse string as a number");
}

/** Judged in pydantic's order; `NaN` is within no limit. */
function limitMismatch(value: bigint | number, schema: JsonSchema): Mismatch | undefined {
  const { multipleOf, maximum: le, exclusiveMaximum: lt, minimum: ge, exclusiveMinimum: gt } = schema;
  if (typeof multipleOf === "number" && !isMultiple(value, multipleOf)) {
    return new Mismatch("multiple_of", `Input should be a multiple of ${multipleOf}`, { multiple_of: multipleOf });
  }
  if (le !== undefined && !(value <= le)) {
    return new Mismatch("less_than_equal", `Input should be less than or equal to ${le}`, { le });
  }
  if (typeof lt === "number" && !(value < lt))
    return new Mismatch("less_than", `Input should be less than ${lt}`, { lt });
  if (ge !== undefined && !(value >= ge)) {
    return new Mismatch("greater_than_equal", `Input should be greater than or equal to ${ge}`, { ge });
  }
  if (typeof gt === "number" && !(value > gt)) {
    return new Mismatch("greater_than", `Input should be greater than ${gt}`, { gt });
  }
  return undefined;
}

function isMultiple(value: bigint | number, of: number): boolean {
  if (typeof value === "bigint") return Number.isInteger(of) && value % BigInt(of) === 0n;
  if (!Number.isFinite(value)) return true;
  // A remainder next to nothing, or next to the divisor, comes from rounding.
  const remainder = Math.abs(value % of);
  const tolerance = Math.abs(value) / 1e9;
  return remainder <= tolerance || Math.abs(remainder - Math.abs(of)) <= tolerance;
}
