import { formats } from "@sitebay-tickets/contract/validator-runtime";
import { toPointer } from "../spec/json-pointer.ts";
import type { Place } from "./place.ts";

/** Where a value stands: in which answer of its operation, counted from 1, and after which steps within. */
export interface Standing {
  readonly answer: number;
  readonly steps: readonly (string | number)[];
}

/** Told of every value that stands at a place, such as each ticket's id. */
export type ValueListener = (place: Place, value: unknown) => void;

/** Counts what a value holds at each place that its schema describes, and the fields that it does not. */
export function takeCensus(place: Place, value: unknown, { answer, steps }: Standing, onValue: ValueListener): void {
  const path = [...steps];
  const example = () => ({ answer, pointer: toPointer(path).slice(1) });

  const visit = (place: Place, value: unknown): void => {
    place.seen += 1;
    onValue(place, value);
    if (place.schema.format === "date-time") countTime(place, value);
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      if (place.items) for (const [i, item] of value.entries()) visitBelow(place.items, i, item);
      return;
    }
    place.objects += 1;
    // A schema that names no field says nothing about any.
    if (place.fields.size === 0) return;
    for (const [name, field] of Object.entries(value)) {
      const known = place.fields.get(name);
      if (known) visitBelow(known, name, field);
      else place.departures.addUnknownField(name, example);
    }
  };
  const visitBelow = (place: Place, step: string | number, value: unknown): void => {
    path.push(step);
    visit(place, value);
    path.pop();
  };
  visit(place, value);
}

function countTime({ times }: Place, value: unknown): void {
  if (typeof value !== "string" || !formats["date-time"](value)) return;
  times.all += 1;
  if (!/(?:Z|[+-]\d\d:?\d\d)$/i.test(value)) times.naive += 1;
}
