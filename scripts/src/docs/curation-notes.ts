import { isObject, type SpecDocument } from "../spec/spec-document.ts";

/** A note of curation.yaml on a point where the spec does not simply say what every source says. */
export interface CurationNote {
  /** What was done to the service's own document, or that the sources disagree and it is followed. */
  readonly kind: "added" | "changed" | "disagreement" | "left-out" | "renamed";
  /** JSON pointers into the service's own document, in which `*` is any step. */
  readonly upstream: readonly string[];
  /** JSON pointers into the spec, in which `*` is any step. */
  readonly here: readonly string[];
  readonly reason: string;
  readonly evidence: readonly string[];
}

const CHANGES = ["added", "changed", "left-out", "renamed"] as const;

/** @throws SpecError where an entry lacks what the page has to say about it */
export function readCurationNotes(curation: SpecDocument): CurationNote[] {
  return ["departures", "disagreements"].flatMap((list) => {
    const entries = curation.at([list]);
    if (!Array.isArray(entries)) throw curation.error([list], `expected a list named ${list}`);
    return entries.map((_, i) => readNote(curation, list, i));
  });
}

function readNote(curation: SpecDocument, list: string, i: number): CurationNote {
  const place = [list, i];
  const entry = curation.object(place);
  const kind = list === "disagreements" ? "disagreement" : CHANGES.find((word) => word === entry.change);
  if (!kind) throw curation.error(place, `change must be one of ${CHANGES.join(", ")}`);
  if (typeof entry.reason !== "string") throw curation.error(place, "a reason is missing");
  const upstream = isObject(entry.upstream) ? Object.keys(entry.upstream) : [];
  const here = texts(entry.here);
  const wrong = [...upstream, ...here].find((pointer) => !pointer.startsWith("#/"));
  if (wrong !== undefined) throw curation.error(place, `not a JSON pointer: ${wrong}`);
  return { kind, upstream, here, reason: entry.reason.trim(), evidence: texts(entry.evidence) };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
