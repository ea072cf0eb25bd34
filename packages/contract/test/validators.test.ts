import { describe, expect, test } from "vitest";
import { operations } from "../src/index.ts";
import { operationSchemas, schemas } from "../src/schemas.ts";
import { requestBodyValidators, responseValidators, validators } from "../src/validators.ts";

const ticket = {
  created_at: "2026-02-03T09:15:27.104233",
  description: "",
  id: "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11",
  is_openai_thread: false,
  messages_remaining: 20,
  resolved: false,
  subject: "Wrong invoice",
  team_id: "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02",
  ticket_replies: [],
};

test("a ticket fits, with a naive time, without optional fields, with an unknown one", () => {
  expect(validators.Ticket({ ...ticket, later: 1 })).toBe(true);
});

test.each([
  ["a missing field", { subject: undefined }, "", "required"],
  ["a null where none may be", { resolved: null }, "/resolved", "type"],
  ["a number as text", { messages_remaining: "20" }, "/messages_remaining", "type"],
  ["a fraction as integer", { messages_remaining: 0.5 }, "/messages_remaining", "type"],
  ["an id of another version", { id: "6f1c1f0e-3b0a-1c57-9d3e-0a4f5b8f2c11" }, "/id", "format"],
  ["a day that the calendar lacks", { created_at: "2026-02-29T00:00:00Z" }, "/created_at", "format"],
  ["a reply without a user", { ticket_replies: [{}] }, "/ticket_replies/0", "required"],
])("%s is refused at its place", (_, change, instancePath, keyword) => {
  expect(validators.Ticket({ ...ticket, ...change })).toBe(false);
  expect(validators.Ticket.errors).toContainEqual(expect.objectContaining({ instancePath, keyword }));
});

test("every violation is listed, not the first alone", () => {
  expect(validators.TicketCreate({})).toBe(false);
  expect(validators.TicketCreate.errors).toHaveLength(3);
});

describe.each(Object.values(operations))("$id", ({ id, statuses }) => {
  test("has a validator for each status, and one for its body if it takes one", () => {
    expect(Object.keys(responseValidators[id])).toEqual(statuses);
    expect(requestBodyValidators[id] !== undefined).toBe(operationSchemas[id].requestBody !== undefined);
  });
});

test("schemas hold one another, without references", () => {
  expect(schemas.Ticket.properties?.ticket_replies?.items).toBe(schemas.TicketReply);
  expect(operationSchemas.getTicket.responses["200"]).toBe(schemas.Ticket);
  expect(JSON.stringify([schemas, operationSchemas])).not.toContain("$ref");
});
