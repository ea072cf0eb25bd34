import { type ExportTable, tables } from "@sitebay-tickets/contract";
import { csvHeader, csvRow } from "../csv/csv-row.ts";
import type { DurableFile } from "../output/durable-file.ts";
import type { RunFile } from "../output/manifest.ts";
import type { CreateFile, TicketWriter } from "./ticket-writer.ts";

/** A table's file, and those of the tables whose rows stand inside its own. */
interface TableFile {
  readonly table: ExportTable;
  readonly file: DurableFile;
  readonly children: readonly TableFile[];
  rows: number;
}

/** `tickets.csv` and a file for each table inside it, such as `ticket_replies.csv`, after RFC 4180. */
export async function csvWriter(createFile: CreateFile): Promise<TicketWriter> {
  const tickets = await openTable(tables.tickets, createFile);
  return {
    write({ value }) {
      writeRow(tickets, value, undefined);
    },
    finish: () => finishTable(tickets),
  };
}

async function openTable(table: ExportTable, createFile: CreateFile): Promise<TableFile> {
  const file = await createFile(`${table.name}.csv`);
  file.append(csvHeader(table.columns));
  const children: TableFile[] = [];
  for (const child of Object.values(tables).filter(({ parent }) => parent?.table === table.name)) {
    children.push(await openTable(child, createFile));
  }
  return { table, file, children, rows: 0 };
}

function writeRow(target: TableFile, row: unknown, parent: unknown): void {
  target.file.append(csvRow(target.table.columns, row, parent));
  target.rows += 1;
  for (const child of target.children) {
    for (const childRow of rowsInside(row, child.table)) writeRow(child, childRow, row);
  }
}

function rowsInside(row: unknown, { parent }: ExportTable): readonly unknown[] {
  if (typeof row !== "object" || row === null || parent === undefined) return [];
  const rows = (row as Readonly<Record<string, unknown>>)[parent.property];
  return Array.isArray(rows) ? rows : [];
}

async function finishTable({ table, file, children, rows }: TableFile): Promise<RunFile[]> {
  const columns = table.columns.map((column) => column.name);
  const files: RunFile[] = [{ ...(await file.finish()), format: "csv", rows, columns }];
  for (const child of children) files.push(...(await finishTable(child)));
  return files;
}
