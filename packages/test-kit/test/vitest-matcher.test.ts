import { stripVTControlCharacters } from "node:util";
import type { Ticket } from "@sitebay-tickets/contract";
import { test as base, expect } from "@sitebay-tickets/test-kit/vitest";
import { createTicketWorld, type TicketWorld } from "../src/index.ts";

const address = "https://my.sitebay.org/f/api/v1/support/ticket";
const teamId = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";

/** A world that received two tickets, a page of replies and a login. */
const test = base.extend<{ used: TicketWorld }>({
  async used({ world }, use) {
    const headers = { authorization: "Bearer demo-token", "content-type": "application/json" };
    const open = async (subject: string): Promise<Ticket> => {
      const body = JSON.stringify({ subject, description: "", team_id: teamId });
      return (await fetch(address, { method: "POST", headers, body })).json();
    };
    const { id } = await open("Site is blank");
    await open("Mail is late");
    await fetch(`${address}/${id}/reply?page=2&size=10`, { headers: { cookie: "msb=demo-cookie" } });
    await fetch("https://my.sitebay.org/f/api/v1/auth/jwt/login", {
      method: "POST",
      body: new URLSearchParams({ username: "ada@example.com", password: "wrong" }),
    });
    await use(world);
  },
});

/** What the matcher says when it fails. */
function failure(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return stripVTControlCharacters(String(error));
  }
  throw new Error("It did not fail.");
}

test("fits a request by any part of it", ({ used }) => {
  expect(used).toHaveReceived("createTicket");
  expect(used).toHaveReceived("createTicket", { times: 2 });
  expect(used).toHaveReceived("createTicket", { body: { subject: "Site is blank" }, status: 201, times: 1 });
  expect(used).toHaveReceived("createTicket", { body: { subject: expect.stringMatching(/late$/) }, credential: "key" });
  expect(used).toHaveReceived("listTicketReplies", { query: { page: 2 }, credential: "cookie", scope: "readwrite" });
  expect(used).toHaveReceived("listTicketReplies", { pathParameters: { ticket_id: expect.any(String) } });
  expect(used).toHaveReceived("login", { body: { username: "ada@example.com", password: "[redacted]" }, status: 400 });
  expect(used).toHaveReceived("createTicket", { headers: { "content-type": "application/json" } });
  expect(used).toHaveReceived("deleteTicket", { times: 0 });
});

test("does not fit what differs in any part", ({ used }) => {
  expect(used).not.toHaveReceived("deleteTicket");
  expect(used).not.toHaveReceived("createTicket", { times: 1 });
  expect(used).not.toHaveReceived("createTicket", { body: { subject: "Site" } });
  expect(used).not.toHaveReceived("createTicket", { body: { subject: "Site is blank", description: "?" } });
  expect(used).not.toHaveReceived("createTicket", { body: { category: null } });
  expect(used).not.toHaveReceived("createTicket", { status: 200 });
  expect(used).not.toHaveReceived("listTicketReplies", { query: { page: 2, size: 11 } });
});

test("shows in what the closest request differs, and all that there were", ({ used }) => {
  const expected = { body: { subject: "Mail is lost", team_id: teamId, category: "mail" }, status: 201 };
  expect(
    failure(() => expect(used).toHaveReceived("createTicket", expected)),
  ).toBe(`Error: createTicket was received 2 times, but never as described. The closest request differs in
  body.subject: expected "Mail is lost", received "Site is blank"
  body.category: expected "mail", received undefined
Received:
  POST /support/ticket → 201 {"subject":"Site is blank","description":"","team_id":"${teamId}"}
  POST /support/ticket → 201 {"subject":"Mail is late","description":"","team_id":"${teamId}"}`);
});

test("shows what else was received when the operation was not", ({ used }) => {
  expect(failure(() => expect(used).toHaveReceived("deleteTicket"))).toBe(
    "Error: deleteTicket was never received. The world received createTicket (2), listTicketReplies (1), login (1).",
  );
  expect(failure(() => expect(createTicketWorld()).toHaveReceived("login"))).toBe(
    "Error: login was never received. The world received no request at all.",
  );
});

test("shows how often it was received when that is what is wrong", ({ used }) => {
  const list = `  POST /support/ticket → 201 {"subject":"Site is blank","description":"","team_id":"${teamId}"}`;
  const expected = { body: { subject: "Site is blank" } };
  expect(failure(() => expect(used).toHaveReceived("createTicket", { ...expected, times: 2 }))).toBe(
    `Error: createTicket was received once as described, expected 2 times:\n${list}`,
  );
  expect(failure(() => expect(used).not.toHaveReceived("createTicket", expected))).toBe(
    `Error: createTicket was received once as described, expected not at all:\n${list}`,
  );
});

test("says what it takes when it is given something else", ({ used }) => {
  expect(failure(() => expect({}).toHaveReceived("login"))).toBe(
    "TypeError: toHaveReceived asks a world: expect(world).toHaveReceived(…).",
  );
  // @ts-expect-error there is no such operation
  expect(failure(() => expect(used).toHaveReceived("listTicket"))).toMatch(
    /^TypeError: listTicket is no operation; there are login, listTickets, /,
  );
});
