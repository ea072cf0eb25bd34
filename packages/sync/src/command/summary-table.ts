import type { ExportResult } from "../export-tickets.ts";
import { formatBytes, formatCount } from "./quantity.ts";

/** What a run has written, as a table for people. */
export function summaryTable({ folder, manifest }: ExportResult): string {
  const seconds = (Date.parse(manifest.finishedAt) - Date.parse(manifest.startedAt)) / 1000;
  const rows = manifest.files.map((file) => [file.name, formatCount(file.rows), formatBytes(file.bytes)]);
  const drift = manifest.drift.tickets;
  const { team } = manifest;
  const { tickets } = manifest.counts;
  return [
    `Exported ${formatCount(tickets)} tickets${team === null ? "" : ` of team ${team}`} in ${seconds.toFixed(1)} s to ${folder}`,
    "",
    ...columns([["file", "rows", "size"], ...rows]),
    "",
    ...(team !== null && tickets === 0 ? ["The team has no tickets. If it should have some, check its id.", ""] : []),
    ...(drift > 0 ? [`${formatCount(drift)} tickets depart from the contract; manifest.json says where.`, ""] : []),
  ].join("\n");
}

/** Pads cells so that they stand in columns: the first to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map(
    (row) =>
      `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ")}`,
  );
}
