import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { tableCell } from "./table-cell.ts";

/** The columns to show, each with its width in characters. */
const COLUMNS = { created_at: 27, resolved: 8, category: 12, subject: 48 };

/** The first rows of an exported `tickets.csv`, as lines of a table for a terminal. */
export async function firstRows(file: string, count: number): Promise<string[]> {
  const lines = [Object.entries(COLUMNS).map(([name, width]) => tableCell(name, width))];
  for await (const row of createReadStream(file).pipe(parse({ columns: true, to: count }))) {
    lines.push(Object.entries(COLUMNS).map(([name, width]) => tableCell(String(row[name]), width)));
  }
  return lines.map((cells) => cells.join("  ").trimEnd());
}
