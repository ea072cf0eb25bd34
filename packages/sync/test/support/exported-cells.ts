import type { ExportColumn, ExportTable } from "@sitebay-tickets/contract";
import { parse } from "csv-parse/sync";
import { armFormula } from "../../src/csv/spreadsheet-formula.ts";

/** A cell of a CSV file; null where it is empty without quotes. */
export type Cell = string | null;

/** The rows of a CSV file as somebody else's parser reads them. */
export function readCsv(text: string): Cell[][] {
  return parse(text, { cast: (value, { quoting }) => (value === "" && !quoting ? null : value) });
}

/** What a row of a table should look like in CSV, from the JSON that the service sent. */
export function expectedCells(table: ExportTable, row: unknown, parent: unknown): Cell[] {
  return table.columns.map((column) => expectedCell(column, valueAt(column.of === "row" ? row : parent, column.path)));
}

function expectedCell({ kind }: ExportColumn, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return kind === "date-time" ? instant(value) : value;
  return String(value);
}

/** Undoes what the export does to cells, so that they can be held against the source. */
export function restoredCells(table: ExportTable, cells: readonly Cell[]): Cell[] {
  return cells.map((cell, i) => {
    if (cell === null) return null;
    return table.columns[i]?.kind === "date-time" ? instant(cell) : armFormula(cell);
  });
}

/** A moment and the digits of its fraction, whatever its zone. */
function instant(time: string): string {
  const zoned = /(?:Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`;
  return `${Math.floor(Date.parse(zoned) / 1000)} ${/\.\d+/.exec(time)?.[0] ?? ""}`;
}

/** The rows of a table within the tickets, each with the ticket that it stands in. */
export function rowsOf(table: ExportTable, tickets: readonly unknown[]): { row: unknown; parent: unknown }[] {
  if (!table.parent) return tickets.map((row) => ({ row, parent: undefined }));
  const { property } = table.parent;
  return tickets.flatMap((parent) => (valueAt(parent, [property]) as unknown[]).map((row) => ({ row, parent })));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((here, step) => (here as Readonly<Record<string, unknown>> | null)?.[step], value);
}
