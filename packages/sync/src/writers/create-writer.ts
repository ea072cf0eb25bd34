import { csvWriter } from "./csv-writer.ts";
import type { Format } from "./format.ts";
import { jsonWriter } from "./json-writer.ts";
import { ndjsonWriter } from "./ndjson-writer.ts";
import type { CreateFile, TicketWriter } from "./ticket-writer.ts";

const WRITERS: Readonly<Record<Format, (createFile: CreateFile) => Promise<TicketWriter>>> = {
  json: jsonWriter,
  ndjson: ndjsonWriter,
  csv: csvWriter,
};

/** Opens the files of one format. @throws OutputError */
export function createWriter(format: Format, createFile: CreateFile): Promise<TicketWriter> {
  return WRITERS[format](createFile);
}
