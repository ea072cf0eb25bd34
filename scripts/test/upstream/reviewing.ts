import { readFileSync } from "node:fs";
import type { Document } from "yaml";
import { curationFile, specFile } from "../../src/repository.ts";
import { SpecDocument } from "../../src/spec/spec-document.ts";
import { adopt, type Curated, keepOurs } from "../../src/upstream/adopt/adopt.ts";
import { settle } from "../../src/upstream/adopt/settle.ts";
import { parseUpstream } from "../../src/upstream/read/parse-document.ts";
import { ticketSlice } from "../../src/upstream/read/ticket-slice.ts";
import { textReport } from "../../src/upstream/report/report-text.ts";
import { type Review, review } from "../../src/upstream/report/review.ts";

/** Our two files as they are committed. */
export const OURS: Curated = { spec: readFileSync(specFile, "utf8"), curation: readFileSync(curationFile, "utf8") };

const NAMES: Curated = { spec: "openapi/tickets.yaml", curation: "openapi/curation.yaml" };

/** What `pnpm spec:upstream` finds, without a process. */
export function reviewOf(document: Document, ours = OURS): Review {
  const { upstream, slice } = read(document, ours);
  return review(upstream, slice, ours, NAMES);
}

/** The unexplained differences as people read them: `schema Ticket: mood: only upstream (string)`. */
export function told(found: Review): string[] {
  const lines = textReport(found).split("\n");
  const differences: string[] = [];
  let title = "";
  for (const line of lines.slice(
    2,
    lines.findIndex((each) => each.startsWith("Settle each")),
  )) {
    if (/^\S/.test(line)) title = line.replace(/ {2}\(.*\)$/, "");
    else if (/^ {2}\S/.test(line)) differences.push(`${title}: ${line.trim()}`);
  }
  return differences;
}

/** Our two files after `--adopt`. */
export function adopting(document: Document, pointers: readonly string[], ours = OURS): Curated {
  return settle(adopt, pointers, read(document, ours).slice, ours, NAMES).texts;
}

/** Our two files after `--keep`. */
export function keeping(document: Document, pointers: readonly string[], ours = OURS): Curated {
  return settle(keepOurs, pointers, read(document, ours).slice, ours, NAMES).texts;
}

function read(document: Document, ours: Curated) {
  const upstream = parseUpstream({ name: "upstream.json", text: JSON.stringify(document.toJS()) });
  return { upstream, slice: ticketSlice(upstream.spec, SpecDocument.parse(ours.spec, NAMES.spec)) };
}
