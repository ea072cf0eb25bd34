import { operations, spec, type Ticket } from "@sitebay-tickets/contract";
import { expect, runningTests, test } from "@sitebay-tickets/test-kit/vitest";
import { afterAll, beforeAll, describe } from "vitest";
import { serve, type TicketServer } from "../../src/server.ts";

const TESTS = 100;
const numbers = Array.from({ length: TESTS }, (_, i) => i);

/** Lets nobody pass before all have come: only tests that really run at the same time get through. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  let missing = TESTS;
  return () => {
    missing -= 1;
    if (missing === 0) resolve();
    return promise;
  };
}

/** Opens, reads and deletes tickets, while all the others do so in worlds that began alike. */
async function useWorld(url: string, send: typeof fetch, number: number, meet: () => Promise<void>): Promise<void> {
  const address = `${url}${operations.listTickets.path}`;
  const headers = { authorization: "Bearer demo-token", "content-type": "application/json" };
  const list = async () => (await (await send(address, { headers })).json()) as Ticket[];

  const before = await list();
  const gone = before[number % before.length];
  await meet();
  const body = JSON.stringify({ subject: `Test ${number}`, description: "", team_id: crypto.randomUUID() });
  const opened = (await (await send(address, { method: "POST", headers, body })).json()) as Ticket;
  await send(`${address}/${gone?.id}`, { method: "DELETE", headers });
  const after = await list();

  const idsBefore = new Set(before.map(({ id }) => id));
  const idsAfter = new Set(after.map(({ id }) => id));
  expect(before).toHaveLength(3);
  expect(after.filter(({ id }) => !idsBefore.has(id))).toEqual([opened]);
  expect(before.filter(({ id }) => !idsAfter.has(id))).toEqual([gone]);
}

test.override({ worldOptions: { seed: 5, tickets: 3 } });

describe.concurrent("behind msw", () => {
  const meet = gate();
  test.for(numbers)("test %i", async (number, { world }) => {
    await useWorld(spec.baseUrl, fetch, number, meet);
    expect(world).toHaveReceived("createTicket", { body: { subject: `Test ${number}` }, times: 1 });
    expect([...world.requests]).toHaveLength(4);
  });
});

describe.concurrent("over HTTP", () => {
  let server: TicketServer;
  beforeAll(async () => {
    server = await serve(runningTests);
  });
  afterAll(() => server.close());

  const meet = gate();
  test.for(numbers)("test %i", async (number, { world, fetch }) => {
    await useWorld(server.url, fetch, number, meet);
    expect(world).toHaveReceived("createTicket", { body: { subject: `Test ${number}` }, times: 1 });
    expect([...world.requests]).toHaveLength(4);
  });
});
