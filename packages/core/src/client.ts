import type { paths } from "@sitebay-tickets/contract";
import createFetchClient, { type Client } from "openapi-fetch";
import { createAnswerCheck } from "./answers/answer-check.ts";
import type { Credentials } from "./credentials/credentials.ts";
import { createLogIn } from "./credentials/login.ts";
import { defaults, type RetrySettings, type TimeoutSettings } from "./defaults.ts";
import type { Drift, Validation } from "./drift.ts";
import { requirePathParameters } from "./resources/path-parameters.ts";
import { createReplies, type Replies } from "./resources/replies.ts";
import { createResourceCall } from "./resources/resource-call.ts";
import { createTickets, type Tickets } from "./resources/tickets.ts";
import { parseBaseUrl } from "./transport/base-url.ts";
import { systemClock } from "./transport/clock.ts";
import type { EventListener } from "./transport/events.ts";
import type { Fetch } from "./transport/outgoing.ts";
import { createTransport, type SendOptions } from "./transport/transport.ts";

export interface TicketClientOptions {
  /** Where the service is; by default where the API's description says. */
  readonly baseUrl?: string;
  /** Who asks: `bearer(…)`, `cookie(…)` or `password(…)`. */
  readonly auth: Credentials;
  /** What sends the requests; by default the `fetch` that is global at the time of each request. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** See `defaults`. */
  readonly retry?: Partial<RetrySettings>;
  /** See `defaults`. */
  readonly timeouts?: Partial<TimeoutSettings>;
  /** Holds answers against the API's description: `report()` or `strict()` of `@sitebay-tickets/core/validation`. */
  readonly validate?: Validation;
  /** Told where an answer departs from the API's description, when `validate` is set. What it throws fails the call. */
  readonly onDrift?: (drift: Drift) => void;
  /** Told what happens, for logs, metrics and traces. What it throws fails the call. */
  readonly onEvent?: EventListener;
}

/** A client of the support-ticket API. It keeps no connection of its own, so that it needs no closing. */
export interface TicketClient {
  /** Where the service is, without a slash at its end. */
  readonly baseUrl: string;
  readonly tickets: Tickets;
  readonly replies: Replies;
  /**
   * openapi-fetch's own client over the same transport: credentials, retries and time limits as
   * everywhere, and `{ data, error, response }` for every answer, whatever its status. Bodies are
   * read as they arrive, so that the deadline ends at the head and a body that breaks off is not
   * fetched again. What `use` registers also sees the requests of `tickets` and `replies`. Answers
   * are not validated.
   */
  readonly raw: Client<paths>;
}

/**
 * Makes a client of the support-ticket API.
 *
 * @throws TypeError when the base URL is none
 * @example
 * const client = createTicketClient({ auth: bearer(process.env.SITEBAY_TOKEN) });
 * const ticket = await client.tickets.get(id);
 */
export function createTicketClient(options: TicketClientOptions): TicketClient {
  const baseUrl = parseBaseUrl(options.baseUrl ?? defaults.baseUrl);
  const { onEvent = ignore, onDrift = ignore } = options;
  const transport = createTransport({
    baseUrl,
    fetch: fetchOf(options),
    retry: { ...defaults.retry, ...options.retry },
    timeouts: { ...defaults.timeouts, ...options.timeouts },
    onEvent,
    clock: systemClock,
  });
  const session = options.auth(createLogIn(transport, baseUrl));
  const send = (request: Request, sendOptions: Omit<SendOptions, "session">) =>
    transport(request, { ...sendOptions, session });

  const raw = createFetchClient<paths>({
    baseUrl,
    headers: { Accept: "application/json" },
    fetch: async (request) => (await send(request, { body: "stream" })).response,
  });
  raw.use(requirePathParameters(baseUrl));

  const check = createAnswerCheck({
    validation: options.validate,
    onDrift(drift) {
      onDrift(drift);
      onEvent({ type: "drift", ...drift });
    },
  });
  const call = createResourceCall(send, check);
  return { baseUrl, tickets: createTickets(raw, call), replies: createReplies(raw, call), raw };
}

function fetchOf({ fetch }: TicketClientOptions): Fetch {
  if (fetch) return (request, init) => sendHeld(fetch, new Request(request, init));
  // A mock may start listening after the client was made: look the global up each time.
  return (request, init) => globalThis.fetch(request, init);
}

/**
 * Requests that were handed to somebody's own fetch, until that is answered: Node's fetch hears of the
 * abort of a request only as long as somebody holds it, and would leave the connection open.
 */
const held = new Set<Request>();

async function sendHeld(fetch: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  held.add(request);
  try {
    return await fetch(request);
  } finally {
    held.delete(request);
  }
}

function ignore(): void {
  // Nobody wants to know.
}
