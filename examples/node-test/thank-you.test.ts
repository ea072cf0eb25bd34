import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { bearer, createTicketClient, PermissionError } from "@sitebay-tickets/core";
import { createTicketWorld, type TicketWorld } from "@sitebay-tickets/test-kit";
import { setupTicketServer, type TicketSetupServer } from "@sitebay-tickets/test-kit/node";
import { thankAndResolve } from "./thank-you.ts";

const teamId = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";
const client = createTicketClient({ auth: bearer("demo-token"), retry: { retries: 2, baseMs: 1 } });

let world: TicketWorld;
let server: TicketSetupServer;

beforeEach(() => {
  world = createTicketWorld();
  for (const subject of ["Site is blank", "Mail is late"]) {
    world.createTicket({ subject, description: "Since this morning.", team_id: teamId });
  }
  server = setupTicketServer(world);
});

afterEach(async () => {
  server.close();
  // Fails the test that asked for what the API lacks, or was answered with what the API never says.
  await server.assertClean();
});

test("resolves every open ticket of the team", async () => {
  assert.equal(await thankAndResolve(client, teamId), 2);
  assert.equal(await thankAndResolve(client, teamId), 0);
  const replies = world.requests.of("createTicketReply").map(({ body }) => body);
  assert.deepEqual(replies, Array(2).fill({ description: "Thank you, that is done.", resolve: true }));
});

test("goes on when the service was busy for a moment", async () => {
  world.faults.add({ kind: "rateLimit", operation: "createTicketReply", times: 1, retryAfter: 0 });
  assert.equal(await thankAndResolve(client, teamId), 2);
  assert.deepEqual(
    world.requests.of("createTicketReply").map(({ status }) => status),
    [429, 201, 201],
  );
});

test("stops when the key may only read", async () => {
  const reader = createTicketClient({ auth: bearer("demo-read-token") });
  await assert.rejects(thankAndResolve(reader, teamId), PermissionError);
  assert.equal(world.requests.of("createTicketReply").length, 1);
});
