import { isDeepStrictEqual } from "node:util";

const VERBS = ["parameters", "get", "head", "post", "put", "patch", "delete", "options", "trace"];

/** After which of the keys of a path a method belongs. */
export function placeOfMethod(keys: readonly string[], method: string): string | undefined {
  const rank = (key: string) => VERBS.indexOf(key);
  return keys.findLast((key) => rank(key) < rank(method));
}

/** After which key a new one belongs: in the order of the alphabet where the others are, else at the end. */
export function placeOf(keys: readonly string[], key: string): string | undefined {
  const isSorted = isDeepStrictEqual(keys, keys.toSorted());
  return isSorted ? keys.findLast((each) => each < key) : keys.at(-1);
}

/** After which status another belongs: numbers, then classes of numbers, then the rest. */
export function placeOfStatus(keys: readonly string[], status: string): string | undefined {
  const rank = (each: string) => (each === "default" ? 1000 : Number(each.replace(/XX$/i, "99.5")));
  return keys.findLast((each) => rank(each) < rank(status));
}

/** After which schema a new one belongs: behind the one with which it shares most fields, else at the end. */
export function placeOfSchema(
  fields: ReadonlyMap<string, readonly string[]>,
  own: readonly string[],
): string | undefined {
  const shared = (name: string) => (fields.get(name) ?? []).filter((field) => own.includes(field)).length;
  const best = [...fields.keys()].toSorted((a, b) => shared(b) - shared(a))[0];
  return best !== undefined && shared(best) > own.length / 2 ? best : [...fields.keys()].at(-1);
}

/** After which key one is inserted that is to stand before the first of some others. */
export function before(keys: readonly string[], ...others: readonly string[]): string | undefined {
  const index = keys.findIndex((key) => others.includes(key));
  return index < 0 ? keys.at(-1) : keys[index - 1];
}
