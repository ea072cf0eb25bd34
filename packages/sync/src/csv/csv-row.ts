import type { ColumnKind, ExportColumn } from "@sitebay-tickets/contract";
import { ExactNumber } from "../tickets/exact-number.ts";
import { defuseFormula } from "./spreadsheet-formula.ts";
import { toUtc } from "./utc-time.ts";

/** RFC 4180 ends a line this way. */
const LINE_END = "\r\n";

const NEEDS_QUOTES = /[",\r\n]/;

/** The line that names the columns. */
export function csvHeader(columns: readonly ExportColumn[]): string {
  return columns.map((column) => quoted(column.name)).join(",") + LINE_END;
}

/**
 * One row of a table as a CSV line.
 *
 * @param row the row's own value, as the service sent it
 * @param parent the value of the row that it stands in, for tables that have a parent
 */
export function csvRow(columns: readonly ExportColumn[], row: unknown, parent: unknown): string {
  return (
    columns.map((column) => csvCell(column.kind, valueAt(column.of === "row" ? row : parent, column.path))).join(",") +
    LINE_END
  );
}

/**
 * One value as a CSV cell: null and absent are an empty cell, the empty text is `""`, as
 * PostgreSQL's COPY reads them. A value that is not of its column's kind is written as it came.
 */
export function csvCell(kind: ColumnKind, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof ExactNumber) return value.digits;
  if (typeof value === "string") return quoted(defuseFormula(kind === "date-time" ? toUtc(value) : value));
  return quoted(typeof value === "object" ? JSON.stringify(value) : String(value));
}

function quoted(text: string): string {
  if (text === "") return '""';
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const property of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[property];
  }
  return here;
}
