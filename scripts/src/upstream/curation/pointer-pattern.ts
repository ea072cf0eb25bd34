import { fromPointer, type Path } from "../../spec/json-pointer.ts";

/** A pointer of curation.yaml as steps; `*` stands for any one step. */
export type Pattern = readonly string[];

export const toPattern: (pointer: string) => Pattern = fromPointer;

/** Whether a place is the one that a pattern names, or below it. */
export function covers(pattern: Pattern, place: Path): boolean {
  return pattern.length <= place.length && pattern.every((step, i) => step === "*" || step === String(place[i]));
}

/** Whether a place is the one that a pattern names. */
export function names(pattern: Pattern, place: Path): boolean {
  return pattern.length === place.length && covers(pattern, place);
}
