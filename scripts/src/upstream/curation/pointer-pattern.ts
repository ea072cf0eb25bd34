import { fromPointer, type Path } from "../../spec/json-pointer.ts";
import { wirePath } from "../compare/operations.ts";

/** A pointer of curation.yaml as steps; `*` stands for any one step. */
export type Pattern = readonly string[];

export const toPattern: (pointer: string) => Pattern = fromPointer;

/** Whether a place is the one that a pattern names, or below it. What a path's parameter is called means nothing. */
export function covers(pattern: Pattern, place: Path): boolean {
  const isCovered = (step: string, i: number) => step === "*" || wirePath(step) === wirePath(String(place[i]));
  return pattern.length <= place.length && pattern.every(isCovered);
}

/** Whether a place is the one that a pattern names. */
export function names(pattern: Pattern, place: Path): boolean {
  return pattern.length === place.length && covers(pattern, place);
}
