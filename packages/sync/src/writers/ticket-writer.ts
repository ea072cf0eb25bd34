import type { DurableFile } from "../output/durable-file.ts";
import type { RunFile } from "../output/manifest.ts";
import type { ReceivedTicket } from "../tickets/received-ticket.ts";

/** Writes tickets in one format, into as many files as the format needs. */
export interface TicketWriter {
  /** Takes one ticket. What it becomes waits in the files' buffers. */
  write(ticket: ReceivedTicket): void;
  /** Ends the files; they are on the disk when this returns. @throws OutputError */
  finish(): Promise<readonly RunFile[]>;
}

/** Makes the files that a writer fills. */
export type CreateFile = (name: string) => Promise<DurableFile>;
