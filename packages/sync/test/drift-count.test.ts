import { expect, test } from "vitest";
import { DriftCount } from "../src/tickets/drift-count.ts";
import { readTicket } from "../src/tickets/received-ticket.ts";

test("departures are counted by place, whatever the index, and name no value", () => {
  const drift = new DriftCount();
  const reply = { created_at: "secret", id: "r", is_gpt_chat_message: null };
  const ticket = { id: "x", later: 1, ticket_replies: [reply, reply] };
  for (let i = 0; i < 3; i += 1) drift.add(readTicket(new TextEncoder().encode(JSON.stringify(ticket)), i).departures);
  drift.add([]);
  expect(drift.summary.tickets).toBe(3);
  expect(drift.summary.places).toMatchObject({
    "/id format": 3,
    "/subject required": 3,
    "/later unknown-field": 3,
    "/ticket_replies/*/created_at format": 6,
    "/ticket_replies/*/user required": 6,
  });
  expect(JSON.stringify(drift.summary)).not.toContain("secret");
});
