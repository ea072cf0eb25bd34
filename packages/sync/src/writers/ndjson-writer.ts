import type { CreateFile, TicketWriter } from "./ticket-writer.ts";

/** `tickets.ndjson`: a ticket a line, each as it was received. */
export async function ndjsonWriter(createFile: CreateFile): Promise<TicketWriter> {
  const file = await createFile("tickets.ndjson");
  let rows = 0;
  return {
    write({ line }) {
      file.append(line);
      file.append("\n");
      rows += 1;
    },
    finish: async () => [{ ...(await file.finish()), format: "ndjson", rows }],
  };
}
