import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import { Mismatch } from "./field-error.ts";
import { toInteger } from "./pydantic-number.ts";
import { PythonNumber } from "./python-number.ts";

/** Whether a schema names the values that it takes. */
export function isChoice(schema: JsonSchema): boolean {
  return schema.enum !== undefined || schema.const !== undefined;
}

/**
 * Judges against the values that a schema names. `enum` is taken for a Python `Enum`, `const` for a
 * `Literal`: a schema does not tell which of the two a service's program has, and only the error's
 * `type` differs.
 */
export function choose(schema: JsonSchema, input: unknown): unknown {
  const choices = (schema.enum ?? [schema.const]).filter((choice) => choice !== null);
  const chosen = choices.find((choice) => isSame(choice, input) || (schema.enum && isSame(choice, asInteger(input))));
  if (chosen !== undefined) return chosen;
  const expected = listed(choices.map(pythonText));
  return new Mismatch(schema.enum ? "enum" : "literal_error", `Input should be ${expected}`, { expected });
}

/** A text as the integer that it stands for: what names integers is an `IntEnum`, or no query could hold it. */
function asInteger(input: unknown): unknown {
  return typeof input === "string" ? toInteger(input, {}) : input;
}

/** To Python, `True`, `1` and `1.0` are the same key. */
function isSame(choice: unknown, input: unknown): boolean {
  if (choice === input) return true;
  return isNumeric(choice) && isNumeric(input) && Number(choice) === numberOf(input);
}

function isNumeric(value: unknown): value is PythonNumber | boolean | number {
  return typeof value === "number" || typeof value === "boolean" || value instanceof PythonNumber;
}

function numberOf(value: PythonNumber | boolean | number): number {
  return value instanceof PythonNumber ? value.value : Number(value);
}

/** A value as Python's `repr` writes it. */
function pythonText(value: unknown): string {
  if (typeof value === "string") return value.includes("'") ? JSON.stringify(value) : `'${value}'`;
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}

function listed(choices: readonly string[]): string {
  return [choices.slice(0, -1).join(", "), choices.at(-1)].filter(Boolean).join(" or ");
}
