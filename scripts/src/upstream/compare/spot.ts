import { type Path, toPointer } from "../../spec/json-pointer.ts";
import type { NormalForm } from "../../spec/normal-form.ts";
import { isObject } from "../../spec/spec-document.ts";
import { type PartName, partOf } from "./parts.ts";

/** One value of a document in normal form, with the place where the document itself has it. */
export interface Spot {
  readonly form: NormalForm;
  readonly part: PartName;
  /** Where it stands in the normal form. */
  readonly path: Path;
  readonly value: unknown;
  /** Where the document writes it: for what is referred to, at the end of the references. */
  readonly written: Path;
  /** Where the document uses it: where a reference stands, or the thing itself. */
  readonly used: Path;
  readonly above: Spot | undefined;
}

/** @param path where the value stands in the normal form */
export function spotAt(form: NormalForm, path: Path, part: PartName): Spot {
  const value = path.reduce<unknown>((holder, step) => stepInto(holder, step), form.value);
  const written = form.origin(path);
  return { form, part, path, value, written, used: written, above: undefined };
}

/** What stands below a key of an object, or an index of a list. */
export function below(spot: Spot, step: string | number, name: string | number = step): Spot {
  const path = [...spot.path, step];
  const value = stepInto(spot.value, step);
  const written = spot.form.origin(path);
  // A single value is used where it is written; only what can be referred to has two places.
  const used = typeof value === "object" && value !== null ? [...spot.written, name] : written;
  return { form: spot.form, part: partOf(spot.part, step), path, value, written, used, above: spot };
}

/** Everything that stands directly below a place. */
export function partsWithin(spot: Spot): Spot[] {
  if (spot.part === "names") return [...entriesOf(spot).values()];
  if (Array.isArray(spot.value)) return spot.value.map((_, i) => below(spot, i));
  return isObject(spot.value) ? Object.keys(spot.value).map((key) => below(spot, key)) : [];
}

/** What a document means where it says nothing. */
export function unsaid(spot: Spot, key: string, value: unknown): Spot {
  const place = [...spot.written, key];
  return {
    form: spot.form,
    part: partOf(spot.part, key),
    path: [...spot.path, key],
    value,
    written: place,
    used: place,
    above: spot,
  };
}

function stepInto(holder: unknown, step: string | number): unknown {
  if (Array.isArray(holder)) return holder[Number(step)];
  return isObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
}

/** The entries of a list of names, each by its name. */
export function entriesOf(spot: Spot): Map<string, Spot> {
  const list = Array.isArray(spot.value) ? spot.value : [];
  return new Map(list.map((value) => [String(value), unsaid(spot, String(value), value)]));
}

/** `#/components/schemas/Ticket` is called Ticket; a schema written where it is used has no name. */
export function componentName({ written: [components, schemas, name, ...more] }: Spot): string | undefined {
  return components === "components" && schemas === "schemas" && more.length === 0 ? String(name) : undefined;
}

/** Whether a schema is used by a reference, or by one that stands beside null. */
export function isReferredTo(spot: Spot): boolean {
  const type = below(spot, "type").written.slice(0, -1);
  return [spot.used, type].some((place) => toPointer(place) !== toPointer(spot.written));
}
