import type { Ticket } from "@sitebay-tickets/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTicketWorld, offSpec, SESSION_HEADER, type TicketWorld, WorldSessions } from "../src/index.ts";
import { serve, type TicketServer } from "../src/server.ts";
import { describeService } from "../test/service-suite.ts";
import { type PrismProxy, startPrism } from "./prism-proxy.ts";
import { departsOnPurpose, responseViolations } from "./prism-violations.ts";

// One server and one Prism for all tests: Prism takes more than a second to start.
const sessions = new WorldSessions(createTicketWorld());
let server: TicketServer;
let prism: PrismProxy;
/** Of the test that runs: how many answers came, and what Prism found in them. */
let answers = 0;
let found: string[] = [];

beforeAll(async () => {
  server = await serve(sessions);
  prism = await startPrism(server.url);
});
afterAll(async () => {
  await prism?.[Symbol.asyncDispose]();
  await server?.close();
});

/** Has `fetch` speak with this world, and take note of what Prism says to each answer. */
function watchFetch(world: TicketWorld): void {
  const session = crypto.randomUUID();
  sessions.set(session, world);
  const send = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set(SESSION_HEADER, session);
    const response = await send(url, { ...init, headers });
    answers += 1;
    if (!departsOnPurpose(response.headers)) {
      const violations = responseViolations(response.headers);
      found.push(...violations.map((violation) => `${init.method} ${url}: ${JSON.stringify(violation)}`));
    }
    return response;
  });
}

describeService("through Prism", {
  carriesMalformedJson: false,
  async start(world) {
    watchFetch(world);
    return prism.url;
  },
  async stop() {
    vi.unstubAllGlobals();
    const seen = { answers, found };
    [answers, found] = [0, []];
    expect(seen.found).toEqual([]);
    expect(seen.answers).toBeGreaterThan(0);
  },
});

test("Prism finds a wrong field, a missing one and a wrong status in an answer", async () => {
  const world = createTicketWorld();
  const [ticket] = world.listTickets() as Iterable<Ticket> as [Ticket];
  const { id: _id, ...withoutId } = ticket;
  const wrong = [
    { status: 200, json: { ...ticket, subject: 7 } },
    { status: 200, json: withoutId },
    { status: 202, json: ticket },
  ];
  world.override("getTicket", () => offSpec("to see what Prism says", wrong.shift() ?? { status: 200, json: ticket }));
  const session = crypto.randomUUID();
  sessions.set(session, world);
  const headers = { authorization: "Bearer demo-token", [SESSION_HEADER]: session };
  const locations: string[][] = [];
  for (let i = 0; i < 4; i += 1) {
    const response = await fetch(`${prism.url}/support/ticket/${ticket.id}`, { headers });
    expect(departsOnPurpose(response.headers)).toBe(true);
    locations.push(responseViolations(response.headers).map(({ location }) => location.join("/")));
  }
  expect(locations).toEqual([["response/body/subject"], ["response/body"], ["response"], []]);
});
