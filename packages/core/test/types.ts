// Only has to compile: what the types promise, and what they refuse. The root's `tsc` checks it.
import {
  bearer,
  type CallOptions,
  type ClientEvent,
  createTicketClient,
  isTicketApiError,
  password,
  type TeamTicketBatch,
  type Ticket,
  type TicketPage,
  type TicketReply,
  type TicketReplyPage,
} from "../src/index.ts";
import { report, strict } from "../src/validation.ts";

const client = createTicketClient({ auth: bearer(process.env.SITEBAY_TOKEN) });
const { tickets, replies, raw } = client;

// What the methods return.
(await tickets.list()) satisfies Ticket[];
(await tickets.get("id")) satisfies Ticket;
(await tickets.create({ subject: "s", description: "d", team_id: "t" })) satisfies Ticket;
(await tickets.update("id", { openai_custom_instructions: null })) satisfies Ticket;
tickets.delete("id") satisfies Promise<void>;
(await replies.list("id", { page: 2 })) satisfies TicketReplyPage;
(await replies.create("id", { resolve: true })) satisfies TicketReply;
for await (const ticket of tickets.stream()) ticket satisfies Ticket;
for await (const batch of tickets.streamBytes()) batch satisfies readonly Uint8Array[];
for await (const reply of replies.all("id")) reply satisfies TicketReply;
(await tickets.listOfTeam("team", { page: 2, size: 10 })) satisfies TicketPage;
for await (const ticket of tickets.ofTeam("team")) ticket satisfies Ticket;
for await (const batch of tickets.ofTeamBytes("team")) batch satisfies TeamTicketBatch;

// Optional fields may be absent or null, as the API's description says.
(await tickets.get("id")).resolved_at satisfies string | null | undefined;
// @ts-expect-error they cannot be used as if they were there
(await tickets.get("id")).resolved_at.length;

// Every method takes the options of a call last.
const options = {
  signal: AbortSignal.timeout(1),
  retry: { retries: 0 },
  timeouts: { headMs: 1 },
} satisfies CallOptions;
void [tickets.list(options), tickets.get("id", options), tickets.delete("id", options), replies.all("id", options)];
void [tickets.listOfTeam("team", {}, options), tickets.ofTeam("team", options), tickets.ofTeamBytes("team", options)];
// @ts-expect-error there is no such limit
options satisfies { timeouts: { totalMs: number } };

// A body is checked.
// @ts-expect-error `team_id` is missing
tickets.create({ subject: "s", description: "d" });
// @ts-expect-error a ticket's subject cannot be changed
tickets.update("id", { subject: "s" });
// @ts-expect-error an id is needed
tickets.get();
// @ts-expect-error whose tickets has to be said
tickets.ofTeam();
// @ts-expect-error all pages are read: which one cannot be said
tickets.ofTeam("team", { page: 2 });
// @ts-expect-error a page is a number
tickets.listOfTeam("team", { page: "2" });

// The options of a client.
createTicketClient({ auth: password({ username: "u", password: "p" }), validate: report() });
createTicketClient({ auth: bearer(async () => "token"), validate: strict(), fetch: globalThis.fetch });
// @ts-expect-error who asks must be said
createTicketClient({});

// `raw` is typed by the paths of the API's description.
const { data, error } = await raw.GET("/support/ticket/{ticket_id}", { params: { path: { ticket_id: "id" } } });
if (data) data satisfies Ticket;
else error.detail;
// @ts-expect-error there is no such path
raw.GET("/support/tickets");

// Events and errors are told apart by what they hold.
const describe = (event: ClientEvent): string => {
  switch (event.type) {
    case "request":
      return event.url;
    case "response":
      event.bytes satisfies number | undefined;
      return `${event.status} after ${event.attemptMs} ms`;
    case "failure":
      // @ts-expect-error there was no answer
      event.status;
      return event.reason;
    case "refresh":
      return `call ${event.call}`;
    case "retry":
      return `${event.reason}, again in ${event.delayMs} ms`;
    case "drift":
      return event.at;
  }
};
describe satisfies (event: ClientEvent) => string;
const failure: unknown = undefined;
if (isTicketApiError(failure)) failure.retryAfterMs satisfies number | undefined;
