import { type Operation, operations } from "@sitebay-tickets/contract";
import { createTicketWorld, demoCredentials, type Fault, faultKinds } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { describe, expect, test } from "vitest";
import { bearer, createTicketClient, isTicketApiError, password } from "../src/index.ts";
import { operationCalls } from "./support/operation-calls.ts";

/** How a call ends: with what class of error, or well, and after how many attempts. */
interface End {
  readonly error: string | undefined;
  readonly attempts: number;
}

/** What the documentation promises of a fault, for an operation that it befalls once, and each time. */
interface Promised {
  readonly once: End;
  readonly always: End;
}

/** Fewer where each has to wait for a time limit, which is long enough for a machine that is busy. */
const attemptsOf = ({ kind }: Fault): number => (kind === "stall" ? 2 : 4);
const LIMIT_MS = 1000;

/** As often as the client tries. */
const EVERY = -1;
const well = (attempts: number): End => ({ error: undefined, attempts });
const fails = (error: string, attempts = 1): End => ({ error, attempts });

/** Whatever the operation is: it goes well at once, or fails at once. */
const harmless = (): Promised => ({ once: well(1), always: well(1) });
const fatal = (error: string): Promised => ({ once: fails(error), always: fails(error) });
/** It passes by itself, and nothing was done for certain. */
const rejected = (error: string): Promised => ({ once: well(2), always: fails(error, EVERY) });
/** It passes by itself, but what was asked may have been done. */
const unknown = (error: string, { retry }: Operation): Promised => (retry === "safe" ? rejected(error) : fatal(error));

/** It was done, and that much is heard: who deletes again hears 404, and knows. */
const halfAnswered = (error: string, operation: Operation): Promised =>
  operation.id === "deleteTicket" ? { once: well(2), always: well(2) } : unknown(error, operation);

type Row = readonly [fault: Fault, promise: (operation: Operation) => Promised];

const rows: readonly Row[] = [
  [{ kind: "drop" }, (operation) => unknown("ConnectionError", operation)],
  [{ kind: "drop", performed: true }, (operation) => unknown("ConnectionError", operation)],
  [{ kind: "truncate", afterBytes: 0 }, (operation) => halfAnswered("InvalidResponseError", operation)],
  [{ kind: "truncate" }, (operation) => halfAnswered("InvalidResponseError", operation)],
  [{ kind: "stall" }, (operation) => unknown("RequestTimeoutError", operation)],
  [{ kind: "stall", afterBytes: 1 }, (operation) => halfAnswered("RequestTimeoutError", operation)],
  [{ kind: "slow", headMs: 1, chunkBytes: 4000, chunkMs: 1 }, harmless],
  [{ kind: "malformed" }, () => fatal("InvalidResponseError")],
  [{ kind: "wrongType" }, harmless],
  // What a deletion is answered with has no meaning.
  [{ kind: "wrongShape" }, ({ id }) => (id === "deleteTicket" ? harmless() : fatal("InvalidResponseError"))],
  // Reading follows it, to a host that does not exist: the service was never reached there.
  [
    { kind: "redirect" },
    ({ method }) => (method === "GET" ? rejected("ConnectionError") : fatal("InvalidResponseError")),
  ],
  [{ kind: "html" }, () => fatal("InvalidResponseError")],
  [{ kind: "html", status: 502 }, (operation) => unknown("ServiceError", operation)],
  [{ kind: "html", status: 503, retryAfter: 0 }, () => rejected("ServiceError")],
  [{ kind: "emptyError" }, (operation) => unknown("ServiceError", operation)],
  [{ kind: "emptyError", performed: true }, (operation) => unknown("ServiceError", operation)],
  [{ kind: "emptyError", status: 403 }, () => fatal("PermissionError")],
  [{ kind: "rateLimit", retryAfter: 0 }, () => rejected("RateLimitError")],
  [{ kind: "rateLimit", retryAfter: "Wed, 21 Oct 2015 07:28:00 GMT" }, () => rejected("RateLimitError")],
  [{ kind: "rateLimit", retryAfter: "Wednesday, 21-Oct-15 07:28:00 GMT" }, () => rejected("RateLimitError")],
  [{ kind: "rateLimit", retryAfter: "Wed Oct 21 07:28:00 2015" }, () => rejected("RateLimitError")],
  [{ kind: "rateLimit", retryAfter: "soon" }, () => rejected("RateLimitError")],
  [{ kind: "serverError" }, (operation) => unknown("ServiceError", operation)],
  [{ kind: "serverError", performed: true }, (operation) => unknown("ServiceError", operation)],
  [{ kind: "serverError", status: 501 }, () => fatal("ServiceError")],
  [{ kind: "serverError", status: 503 }, (operation) => unknown("ServiceError", operation)],
  [{ kind: "serverError", status: 503, retryAfter: 0 }, () => rejected("ServiceError")],
  [{ kind: "expireToken" }, ({ id }) => (id === "login" ? harmless() : fatal("AuthenticationError"))],
  [{ kind: "drift", drifts: ["unknown-field", "naive-time"] }, harmless],
];

/** Calls an operation of a world that fails in one way, and tells how that ended and what it did. */
async function outcome(operation: Operation & { id: keyof typeof operationCalls }, fault: Fault, times?: number) {
  const world = createTicketWorld({ tickets: 3 });
  const [ticket] = world.listTickets();
  const subject = { ticketId: ticket?.id ?? "", teamId: ticket?.team_id ?? "" };
  world.faults.add({ ...fault, operation: operation.id, ...(times !== undefined && { times }) });
  await using server = await serve(world);
  const client = createTicketClient({
    baseUrl: server.url,
    auth: operation.id === "login" ? password(demoCredentials.accounts[0]) : bearer(demoCredentials.keys[0].token),
    retry: { retries: attemptsOf(fault) - 1, baseMs: 1, capMs: 1 },
    ...(fault.kind === "stall" && { timeouts: { headMs: LIMIT_MS, idleMs: LIMIT_MS } }),
  });
  const replies = ticket?.ticket_replies.length ?? 0;
  let error: string | undefined;
  try {
    await operationCalls[operation.id](client, subject);
  } catch (reason) {
    if (!isTicketApiError(reason)) throw reason;
    error = reason.name;
  }
  return {
    end: { error, attempts: world.requests.of(operation.id).length },
    ticketsCreated: Math.max(0, world.size - 3),
    repliesCreated: Math.max(0, (world.getTicket(subject.ticketId)?.ticket_replies.length ?? 0) - replies),
  };
}

describe.concurrent.each(Object.values(operations))("$id", (operation) => {
  test.each(rows)("befallen by %o ends as documented", async (fault, promise) => {
    const { once, always } = promise(operation);
    const first = await outcome(operation, fault, 1);
    const each = await outcome(operation, fault);
    const attempts = always.attempts === EVERY ? attemptsOf(fault) : always.attempts;
    expect({ once: first.end, always: each.end }).toEqual({ once, always: { ...always, attempts } });
    for (const { ticketsCreated, repliesCreated } of [first, each]) {
      expect(ticketsCreated).toBeLessThanOrEqual(operation.id === "createTicket" ? 1 : 0);
      expect(repliesCreated).toBeLessThanOrEqual(operation.id === "createTicketReply" ? 1 : 0);
    }
    // What went well was done.
    if (once.error === undefined && operation.id === "createTicket") expect(first.ticketsCreated).toBe(1);
    if (once.error === undefined && operation.id === "createTicketReply") expect(first.repliesCreated).toBe(1);
  });
});

test("every fault that the mock has is among them", () => {
  expect(new Set(rows.map(([{ kind }]) => kind))).toEqual(new Set(faultKinds));
});
