import { isObject, type SpecDocument } from "../../spec/spec-document.ts";
import { type Pattern, toPattern } from "./pointer-pattern.ts";

/** One entry of curation.yaml: differences that are meant to be. */
export interface Departure {
  /** Its place in the list. */
  readonly index: number;
  readonly line: number;
  readonly change: "added" | "changed" | "left-out" | "renamed";
  readonly reason: string;
  /** Places in the service's document, each with what it said there when the entry was written. */
  readonly upstream: readonly (Pointer & { readonly pin: unknown })[];
  readonly here: readonly Pointer[];
}

export interface Pointer {
  readonly pattern: Pattern;
  readonly text: string;
  readonly line: number;
}

/** The words for a change, and what each explains. */
const CHANGES = ["added", "changed", "left-out", "renamed"] as const;

/** @throws SpecError where an entry cannot be read */
export function departuresOf(curation: SpecDocument): Departure[] {
  const list = curation.at(["departures"]);
  if (!Array.isArray(list)) throw curation.error(["departures"], "expected a list named departures");
  return list.map((entry: unknown, i): Departure => {
    const path = ["departures", i];
    if (!isObject(entry)) throw curation.error(path, "expected a mapping");
    const change = CHANGES.find((word) => word === entry.change);
    if (!change) throw curation.error([...path, "change"], `expected one of ${CHANGES.join(", ")}`);
    const pointer = (text: unknown, place: readonly (string | number)[]): Pointer => {
      if (typeof text !== "string" || !text.startsWith("#/"))
        throw curation.error(place, "expected a JSON pointer: #/…");
      return { text, pattern: toPattern(text), line: curation.lineOf(place) ?? 1 };
    };
    const upstream = entry.upstream ?? {};
    if (!isObject(upstream))
      throw curation.error([...path, "upstream"], "expected pointers, each with what the service said there");
    const here = entry.here ?? [];
    if (!Array.isArray(here)) throw curation.error([...path, "here"], "expected a list of pointers");
    return {
      index: i,
      line: curation.lineOf(path) ?? 1,
      change,
      reason: typeof entry.reason === "string" ? entry.reason.trim() : "",
      upstream: Object.entries(upstream).map(([text, pin]) => ({ ...pointer(text, [...path, "upstream", text]), pin })),
      here: here.map((text: unknown, n) => pointer(text, [...path, "here", n])),
    };
  });
}
