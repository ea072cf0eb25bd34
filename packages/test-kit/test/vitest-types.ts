// Only has to compile: what the types promise, and what they refuse. The root's `tsc` checks it.

import { expect, test } from "@sitebay-tickets/test-kit/vitest";
import type { TicketWorld } from "../src/index.ts";

test("fixtures", ({ world, baseUrl, network, session, fetch }) => {
  world satisfies TicketWorld;
  baseUrl satisfies string;
  session satisfies string;
  fetch satisfies typeof globalThis.fetch;
  network.use();
  // @ts-expect-error the world's handlers are not a test's to take away
  network.resetHandlers();

  // An expectation has the types of its operation.
  expect(world).toHaveReceived("createTicket", { body: { subject: "s" }, status: 201, times: 1, scope: "readwrite" });
  expect(world).toHaveReceived("listTicketReplies", { query: { page: 2 }, pathParameters: { ticket_id: "1" } });
  expect(world).not.toHaveReceived("login", { body: { username: expect.any(String) } });
  // @ts-expect-error there is no such operation
  expect(world).toHaveReceived("listReplies");
  // @ts-expect-error a ticket's subject is text
  expect(world).toHaveReceived("createTicket", { body: { subject: 1 } });
  // @ts-expect-error a ticket is not created with replies
  expect(world).toHaveReceived("createTicket", { body: { ticket_replies: [] } });
  // @ts-expect-error the list of tickets takes no query
  expect(world).toHaveReceived("listTickets", { query: { page: 2 } });
  // @ts-expect-error a page is a number
  expect(world).toHaveReceived("listTicketReplies", { query: { page: "2" } });
  // @ts-expect-error reading one ticket takes no body
  expect(world).toHaveReceived("getTicket", { body: {} });
  // @ts-expect-error there is no such scope
  expect(world).toHaveReceived("getTicket", { scope: "write" });
});

test.override({ worldOptions: { seed: 2, tickets: 1_000_000, profile: "nasty" } });
test.override("baseUrl", "/f/api/v1");
// @ts-expect-error a world has no such option
test.override({ worldOptions: { size: 3 } });

const mine = test.extend<{ first: string | undefined }>({
  async first({ world }, use) {
    const [ticket] = world.listTickets();
    await use(ticket?.id);
  },
});
mine.concurrent("both are there", ({ world, first }) => {
  world satisfies TicketWorld;
  first satisfies string | undefined;
});
