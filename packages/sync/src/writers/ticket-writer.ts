import type { ReceivedTicket } from "../export/received-ticket.ts";
import type { DurableFile, WrittenFile } from "../output/durable-file.ts";

/** A file of a run together with what stands in it. */
export interface RunFile extends WrittenFile {
  readonly format: string;
  /** Tickets, or the table's rows. */
  readonly rows: number;
  /** The column names of a table. */
  readonly columns?: readonly string[];
}

/** Writes tickets in one format, into as many files as the format needs. */
export interface TicketWriter {
  /** Takes one ticket. What it becomes waits in the files' buffers. */
  write(ticket: ReceivedTicket): void;
  /** Ends the files; they are on the disk when this returns. @throws OutputError */
  finish(): Promise<readonly RunFile[]>;
}

/** Makes the files that a writer fills. */
export type CreateFile = (name: string) => Promise<DurableFile>;
