import { type ClientEvent, ConnectionError, RateLimitError } from "../../../src/index.ts";
import { rejectionOf } from "../../../test/support/rejection.ts";
import type { Case } from "../case.ts";
import { isTrue, same } from "../check.ts";

export const retries: readonly Case[] = [
  {
    name: "a service that is down for a moment is asked again",
    faults: [{ kind: "serverError", status: 503, times: 1 }],
    receives: { getTicket: 2 },
    async run({ connect, ticket }) {
      same(await connect().tickets.get(ticket.id), ticket);
    },
  },
  {
    name: "a connection that breaks before the answer is made again",
    faults: [{ kind: "drop", times: 1 }],
    receives: { getTicket: 2 },
    async run({ connect, ticket }) {
      same(await connect().tickets.get(ticket.id), ticket);
    },
  },
  {
    name: "an answer that breaks off is asked for again",
    faults: [{ kind: "truncate", times: 1 }],
    receives: { getTicket: 2 },
    async run({ connect, ticket }) {
      same(await connect().tickets.get(ticket.id), ticket);
    },
  },
  {
    name: "what creates is not sent again when the connection broke",
    faults: [{ kind: "drop", performed: true, operation: "createTicket" }],
    receives: { listTickets: 1, createTicket: 1 },
    async run({ connect, ticket: { team_id } }) {
      const { tickets } = connect();
      // Now there is a connection that is kept.
      await tickets.list();
      const creating = tickets.create({ team_id, subject: "s", description: "d" });
      same((await rejectionOf(creating, ConnectionError)).attempts, 1);
    },
  },
  {
    name: "nobody comes back earlier than the service asked",
    faults: [{ kind: "rateLimit", retryAfter: 1, times: 1 }],
    receives: { createTicket: 2 },
    async run({ connect, ticket: { team_id } }) {
      const waits: number[] = [];
      const onEvent = (event: ClientEvent) => event.type === "retry" && waits.push(event.delayMs);
      const startedAt = Date.now();
      await connect({ onEvent }).tickets.create({ team_id, subject: "s", description: "d" });
      same(waits, [1_000]);
      // Timers may be early by a rounded millisecond.
      isTrue(Date.now() - startedAt >= 999, `a wait of ${Date.now() - startedAt} ms`);
    },
  },
  {
    name: "a wait beyond the deadline is not begun",
    faults: [{ kind: "rateLimit", retryAfter: 3_600 }],
    receives: { getTicket: 1 },
    async run({ connect, ticket }) {
      const { retryAfterMs, attempts } = await rejectionOf(connect().tickets.get(ticket.id), RateLimitError);
      same([retryAfterMs, attempts], [3_600_000, 1]);
    },
  },
  {
    name: "what reads is sent again when the connection is refused",
    receives: {},
    async run({ connect, ticket, nowhere }) {
      const { tickets } = connect({ baseUrl: nowhere });
      same((await rejectionOf(tickets.get(ticket.id), ConnectionError)).attempts, 4);
    },
  },
  {
    name: "what creates is sent again when the connection was refused, where the runtime tells that",
    receives: {},
    async run({ connect, ticket: { team_id }, nowhere }) {
      const { tickets } = connect({ baseUrl: nowhere });
      const creating = tickets.create({ team_id, subject: "s", description: "d" });
      const isTold = /^(?:Node|Bun|Deno)/.test(navigator.userAgent);
      same((await rejectionOf(creating, ConnectionError)).attempts, isTold ? 4 : 1);
    },
  },
];
