import type { SpecDocument } from "../spec/spec-document.ts";
import type { CurationNote } from "./curation-notes.ts";
import { evidenceLine } from "./evidence.ts";
import { placeWords } from "./place-words.ts";
import { subjectLink } from "./subject-link.ts";
import { pointersOf, subjectsOf } from "./subjects.ts";

/** In the page's order. */
const HEADINGS: Readonly<Record<CurationNote["kind"], string>> = {
  changed: "Changed",
  added: "Added",
  "left-out": "Left out",
  renamed: "Renamed",
  disagreement: "Where the sources disagree",
};

const INTRODUCTION = `This page is curated by hand. Here is every point where it says something else than the service's own
OpenAPI document, and every point where it follows that document against another source, and why.`;

/** The page's list of all notes, as Markdown, by kind. */
export function curationSection(spec: SpecDocument, notes: readonly CurationNote[]): string {
  const sections = Object.entries(HEADINGS).flatMap(([kind, heading]) => {
    const entries = notes.filter((note) => note.kind === kind);
    return entries.length === 0 ? [] : [`## ${heading}`, ...entries.map((note) => entryText(spec, note))];
  });
  return [INTRODUCTION, ...sections].join("\n\n");
}

function entryText(spec: SpecDocument, note: CurationNote): string {
  const names = concerns(spec, note).join(", ");
  const title = `**${names.charAt(0).toUpperCase()}${names.slice(1)}**`;
  // A backslash at the end of a line breaks it.
  const text = [title, note.reason, evidenceLine(note.evidence)].join("\\\n");
  return `- ${text.replaceAll("\n", "\n  ")}`;
}

/** What a note speaks of. */
function concerns(spec: SpecDocument, note: CurationNote): string[] {
  const names = pointersOf(spec, note).flatMap((pointer) => {
    const subjects = subjectsOf(spec, pointer);
    return subjects.length > 0 ? subjects.map((path) => subjectLink(spec, path)) : [placeWords(pointer)];
  });
  return [...new Set(names)];
}
