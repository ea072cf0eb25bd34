import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import type { SchemaViolation } from "@sitebay-tickets/contract/validators";
import { fromPointer, toPointer } from "../spec/json-pointer.ts";
import type { Standing } from "./census.ts";
import type { DepartureKind } from "./departure-count.ts";
import type { Place } from "./place.ts";

/**
 * Counts what a validator found wrong with a value, each at the place that it befalls.
 *
 * @param place where the value stands
 */
export function countViolations(
  place: Place,
  value: unknown,
  violations: readonly SchemaViolation[],
  { answer, steps }: Standing,
): void {
  for (const { instancePath, keyword, params, message = `breaks the rule ${keyword}` } of violations) {
    const within = fromPointer(`#${instancePath}`);
    // Told where it should be, not at the object that lacks it.
    if (keyword === "required") within.push(String(params.missingProperty));
    const at = within.reduce((here, step) => here.fields.get(step) ?? here.items ?? here, place);
    const bad = within.reduce(valueBelow, value);
    const [kind, says] = describe(keyword, message, at.schema, bad);
    const example = () => ({ answer, pointer: toPointer([...steps, ...within]).slice(1) });
    at.departures.add(kind, says, example);
  }
}

function describe(
  keyword: string,
  message: string,
  { type = [], format }: JsonSchema,
  value: unknown,
): [kind: Exclude<DepartureKind, "unknown-field">, says: string] {
  const declared = [type].flat().join(" or ");
  switch (keyword) {
    case "required":
      return ["missing-field", "missing, though required"];
    case "type":
      return [value === null ? "null" : "wrong-type", `${typeOf(value)} instead of ${declared}`];
    case "format":
      return ["broken-format", `not in the format ${format}`];
    default:
      return ["broken-rule", message];
  }
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function valueBelow(value: unknown, step: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[step];
}
