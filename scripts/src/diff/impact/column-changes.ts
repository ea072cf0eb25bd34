import type { ExportColumn, ExportTable } from "@sitebay-tickets/contract";
import { readTables } from "../../generate/tables-file.ts";
import type { SpecDocument } from "../../spec/spec-document.ts";

/** What becomes of a column of the CSV files. */
export interface ColumnChange {
  /** The file and the column: `tickets.csv urgency`. */
  readonly column: string;
  readonly what: "appears" | "changes" | "moves" | "vanishes";
  /** How it changes. */
  readonly text?: string;
  /** Whether a reader of today's files may stumble. */
  readonly breaking: boolean;
}

export function columnChanges(base: SpecDocument, head: SpecDocument): ColumnChange[] {
  const [before, after] = [readTables(base), readTables(head)];
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].flatMap((name) => tableChanges(name, tableNamed(before, name), tableNamed(after, name)));
}

function tableNamed(tables: readonly ExportTable[], name: string): readonly ExportColumn[] {
  return tables.find((table) => table.name === name)?.columns ?? [];
}

function tableChanges(table: string, before: readonly ExportColumn[], after: readonly ExportColumn[]): ColumnChange[] {
  const named = ({ name }: ExportColumn) => `${table}.csv ${name}`;
  const stays = before.filter(({ name }) => after.some((column) => column.name === name));
  const order = after.filter(({ name }) => stays.some((column) => column.name === name));
  return [
    ...before
      .filter((column) => !stays.includes(column))
      .map((column): ColumnChange => ({ column: named(column), what: "vanishes", breaking: true })),
    ...after.flatMap((column): ColumnChange[] => {
      const old = before.find(({ name }) => name === column.name);
      if (!old) return [{ column: named(column), what: "appears", text: kindText(column), breaking: false }];
      if (kindText(old) === kindText(column)) return [];
      // A cell that may be empty now was never so before.
      const breaking = old.kind !== column.kind || (column.nullable && !old.nullable);
      return [{ column: named(column), what: "changes", text: `${kindText(old)} → ${kindText(column)}`, breaking }];
    }),
    // Columns go by their names, not by their places.
    ...order
      .filter((column, i) => stays[i]?.name !== column.name)
      .map((column): ColumnChange => ({ column: named(column), what: "moves", breaking: false })),
  ];
}

function kindText({ kind, nullable }: ExportColumn): string {
  return nullable ? `${kind}, may be empty` : kind;
}
