import {
  createTicketWorld,
  demoCredentials,
  type Fault,
  faultKinds,
  type TicketWorld,
  WORLD_EPOCH,
} from "@sitebay-tickets/test-kit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bearer, createTicketClient, isTicketApiError, password, type TicketClient } from "../../src/index.ts";

/** A way for the client's `fetch` to reach a world. */
export interface Transport {
  /** @returns the base URL */
  start(world: TicketWorld): Promise<string>;
  stop(): Promise<void>;
}

interface Expected {
  readonly name: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly limit?: string;
  /** Of the message, without what it quotes in brackets from the runtime. */
  readonly says: string;
}

/** What the client makes of each fault when it reads one ticket, and does not try again. */
const seen: readonly (readonly [Fault, Expected])[] = [
  [{ kind: "drop" }, { name: "ConnectionError", says: "got no answer" }],
  [
    { kind: "drop", performed: true },
    { name: "ConnectionError", says: "got no answer" },
  ],
  [
    { kind: "truncate", afterBytes: 40 },
    { name: "InvalidResponseError", status: 200, says: "was cut off after" },
  ],
  [{ kind: "truncate" }, { name: "InvalidResponseError", status: 200, says: "was cut off after" }],
  [{ kind: "stall" }, { name: "RequestTimeoutError", limit: "head", says: "was not answered within 0.4 s" }],
  [
    { kind: "stall", afterBytes: 40 },
    { name: "RequestTimeoutError", limit: "idle", says: "stalled within the answer" },
  ],
  [{ kind: "malformed" }, { name: "InvalidResponseError", status: 200, says: "JSON that is cut off" }],
  [{ kind: "redirect" }, { name: "ConnectionError", says: "got no answer" }],
  [{ kind: "html" }, { name: "InvalidResponseError", status: 200, says: "HTML instead of JSON" }],
  [
    { kind: "html", status: 503, retryAfter: 7 },
    { name: "ServiceError", status: 503, retryAfterMs: 7000, says: "" },
  ],
  [{ kind: "emptyError" }, { name: "ServiceError", status: 500, says: "" }],
  [
    { kind: "rateLimit", retryAfter: 2 },
    { name: "RateLimitError", status: 429, retryAfterMs: 2000, says: "" },
  ],
  [
    { kind: "serverError", status: 502 },
    { name: "ServiceError", status: 502, says: "Bad Gateway" },
  ],
  [{ kind: "expireToken" }, { name: "AuthenticationError", status: 401, says: "" }],
];

/** Every fault is seen by the client as the same error, whatever the way to the world. */
export function describeFaults(name: string, transport: Transport): void {
  describe(`faults ${name}`, () => {
    let world: TicketWorld;
    let client: TicketClient;
    let patient: TicketClient;
    let id: string;

    beforeEach(async () => {
      world = createTicketWorld({ tickets: 20, now: () => WORLD_EPOCH });
      const [ticket] = world.listTickets();
      id = ticket?.id ?? "";
      const baseUrl = await transport.start(world);
      const timeouts = { headMs: 400, idleMs: 400 };
      const auth = bearer(demoCredentials.keys[0].token);
      client = createTicketClient({ baseUrl, auth, timeouts, retry: { retries: 0 } });
      patient = createTicketClient({ baseUrl, auth, retry: { baseMs: 1, capMs: 1 } });
    });
    afterEach(() => transport.stop());

    test.each(seen)("%o is the error that it is everywhere", async (fault, expected) => {
      world.faults.add({ ...fault, operation: "getTicket" });
      const error = await client.tickets.get(id).then(
        () => new Error("It did not fail."),
        (reason: unknown) => reason,
      );
      if (!isTicketApiError(error)) throw error;
      const { name, status, retryAfterMs, limit } = { limit: undefined, ...error, name: error.name };
      const { says, ...facts } = expected;
      expect({ name, status, retryAfterMs, limit }).toEqual({
        status: undefined,
        retryAfterMs: undefined,
        limit: undefined,
        ...facts,
      });
      expect(error.message).toContain(says);
      expect(error.attempts).toBe(1);
      expect(world.requests.of("getTicket").map(({ faults }) => faults)).toEqual([[fault.kind]]);
    });

    test("all kinds are tried here", () => {
      const tried = new Set(seen.map(([{ kind }]) => kind));
      expect(faultKinds.filter((kind) => !tried.has(kind))).toEqual(["slow", "wrongType", "wrongShape", "drift"]);
    });

    test.each<Fault>([
      { kind: "drop" },
      { kind: "truncate" },
      { kind: "html", status: 503 },
      { kind: "emptyError" },
      { kind: "rateLimit", retryAfter: 0 },
      { kind: "serverError", status: 504 },
    ])("%o is overcome by trying again", async (fault) => {
      world.faults.add({ ...fault, operation: "getTicket", times: 2 });
      expect(await patient.tickets.get(id)).toEqual(world.getTicket(id));
      expect(world.requests.of("getTicket")).toHaveLength(3);
    });

    test("an expired token costs one login", async () => {
      const [account] = demoCredentials.accounts;
      const signedIn = createTicketClient({ baseUrl: await transport.start(world), auth: password(account) });
      world.faults.add({ kind: "expireToken", times: 1 });
      expect(await signedIn.tickets.get(id)).toEqual(world.getTicket(id));
      expect(world.requests.of("login")).toHaveLength(2);
    });

    test("JSON that passes for something else is still the answer", async () => {
      world.faults.add({ kind: "wrongType", contentType: "text/html" });
      expect(await client.tickets.get(id)).toEqual(world.getTicket(id));
    });

    test("a slow answer is the whole answer", async () => {
      world.faults.add({ kind: "slow", headMs: 5, chunkBytes: 700, chunkMs: 1 });
      expect(await client.tickets.get(id)).toEqual(world.getTicket(id));
    });

    test("a list that breaks off has handed out what came whole, then fails", async () => {
      world.faults.add({ kind: "truncate", afterBytes: 30_000, operation: "listTickets" });
      const received: unknown[] = [];
      const reading = (async () => {
        for await (const ticket of client.tickets.stream()) received.push(ticket);
      })();
      await expect(reading).rejects.toThrow("was cut off after 30000 bytes");
      expect(received.length).toBeGreaterThan(2);
      expect(received).toEqual([...world.listTickets()].slice(0, received.length));
    });

    test("a creation whose connection was lost has happened, or not, as the fault says", async () => {
      const ticket = { subject: "s", description: "d", team_id: "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02" };
      world.faults.add({ kind: "drop", operation: "createTicket", times: 1 });
      await expect(patient.tickets.create(ticket)).rejects.toThrow("got no answer");
      expect(world.size).toBe(20);
      world.faults.add({ kind: "drop", performed: true, operation: "createTicket", times: 1 });
      await expect(patient.tickets.create(ticket)).rejects.toThrow("got no answer");
      expect(world.size).toBe(21);
    });
  });
}
