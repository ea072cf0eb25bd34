import { formatCount } from "@sitebay-tickets/sync/command/quantity";
import { curationFile, fromRoot, specFile } from "../repository.ts";
import type { Example } from "./departure-count.ts";
import type { Departure, Sight } from "./departures.ts";
import type { LiveReport } from "./live-report.ts";
import type { ReadCount } from "./reading-record.ts";

/** The report for people. */
export function reportText(report: LiveReport): string {
  const { service, spec, departures, naiveTimes, neverSeen, unknownInErrors, reads, notRead } = report;
  const lines = [
    `${service} held against ${fromRoot(specFile)} (${spec.version})`,
    ...section("Read", [
      ...columns(reads.map((read, i) => readRow(read, reads[i - 1]))),
      ...notRead.map(({ operation, says }) => `${operation}: ${says}.`),
    ]),
    ...section("Departures", departureLines(departures)),
    ...section("Times without a zone, which the spec allows", sightLines(naiveTimes)),
    ...section("Declared, but never seen", sightLines(neverSeen)),
    ...section("Fields of error answers beyond the spec, which allows them", sightLines(unknownInErrors)),
    "",
    verdict(report),
    "",
  ];
  return lines.join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function readRow({ operation, how, status, answers, elements }: ReadCount, before: ReadCount | undefined): Cell[] {
  const held = elements > 0 ? `${formatCount(elements)} elements` : "";
  return [before?.operation === operation ? "" : operation, how, String(status), right(times(answers)), held];
}

function times(count: number): string {
  return count === 1 ? "once" : `${formatCount(count)} times`;
}

/** Two lines for each: what departs, then where to look. */
function departureLines(departures: readonly Departure[]): string[] {
  const what = columns(
    departures.map(({ count, outOf, place, says }) => [right(ofAll(count, outOf)), place || "the answer", says]),
  );
  const indent = " ".repeat(Math.max(0, ...departures.map(({ count, outOf }) => ofAll(count, outOf).length)) + 2);
  return departures.flatMap((departure, i) => {
    const { operation, status, example, spec } = departure;
    const before = departures[i - 1];
    const title = before?.operation === operation && before.status === status ? [] : [`${operation} ${status}`];
    return [...title, `  ${what[i]}`, `  ${indent}${spec}; ${exampleOf(example)}`];
  });
}

function exampleOf({ answer, pointer }: Example): string {
  return `first in answer ${formatCount(answer)}${pointer === "" ? "" : `, ${pointer}`}`;
}

/** One line for each. */
function sightLines(sights: readonly Sight[]): string[] {
  return columns(
    sights.map(({ count, outOf, operation, status, place }) => [
      right(ofAll(count, outOf)),
      `${operation} ${status}`,
      place,
    ]),
  );
}

function ofAll(count: number, all: number): string {
  return `${formatCount(count)} of ${formatCount(all)}`;
}

function verdict({ departures, notRead }: LiveReport): string {
  if (departures.length === 0) {
    return `The service fits ${fromRoot(specFile)}${notRead.length > 0 ? ", as far as it was read" : ""}.`;
  }
  const lines = new Set(departures.map(({ spec }) => spec)).size;
  const found = `${plural(departures.length, "departure")} from ${plural(lines, "line")} of ${fromRoot(specFile)}`;
  return `${found}: propose an edit, or record the point in ${fromRoot(curationFile)}.`;
}

function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

type Cell = string | { readonly right: string };

function right(text: string): Cell {
  return { right: text };
}

/** Pads cells so that they stand in columns. */
function columns(rows: readonly (readonly Cell[])[]): string[] {
  const text = (cell: Cell | undefined) => (typeof cell === "object" ? cell.right : (cell ?? ""));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => text(row[column]).length)));
  return rows.map((row) =>
    row
      .map((cell, i) => text(cell)[typeof cell === "object" ? "padStart" : "padEnd"](widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
