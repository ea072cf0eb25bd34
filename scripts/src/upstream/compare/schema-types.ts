import type { JsonObject } from "../../spec/spec-document.ts";

const COMBINATIONS = ["allOf", "anyOf", "oneOf"];

/**
 * Whether two schemas of the normal form are two things, not one with other rules: an object here and
 * a text there, one type here and a choice of several schemas there.
 */
export function haveNothingInCommon(theirs: JsonObject, ours: JsonObject): boolean {
  if (COMBINATIONS.some((keyword) => keyword in theirs !== keyword in ours)) return true;
  if (theirs.type === undefined || ours.type === undefined) return theirs.type !== ours.type;
  const types = new Set([theirs.type].flat().map(typeName));
  return ![ours.type].flat().some((type) => types.has(typeName(type)));
}

/** Only one of the two takes null as well. */
export function differInNull(theirs: unknown, ours: unknown): boolean {
  const [one, other] = [[theirs].flat(), [ours].flat()];
  return one.includes("null") !== other.includes("null") && withoutNull(one) === withoutNull(other);
}

function withoutNull(types: readonly unknown[]): string {
  return types.filter((type) => type !== "null").join();
}

const typeName = (type: unknown): string => (type === "integer" ? "number" : String(type));
