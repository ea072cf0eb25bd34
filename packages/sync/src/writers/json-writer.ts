import type { CreateFile, TicketWriter } from "./ticket-writer.ts";

/** `tickets.json`: one array, a ticket a line, each as it was received. */
export async function jsonWriter(createFile: CreateFile): Promise<TicketWriter> {
  const file = await createFile("tickets.json");
  let rows = 0;
  return {
    write({ line }) {
      file.append(rows === 0 ? "[\n" : ",\n");
      file.append(line);
      rows += 1;
    },
    async finish() {
      file.append(rows === 0 ? "[]\n" : "\n]\n");
      return [{ ...(await file.finish()), format: "json", rows }];
    },
  };
}
