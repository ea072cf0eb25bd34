import { InvalidResponseError, RequestTimeoutError, ServiceError, type Ticket } from "../../../src/index.ts";
import { rejectionOf } from "../../../test/support/rejection.ts";
import type { Case } from "../case.ts";
import { isTrue, same } from "../check.ts";

const once = { retries: 0 };

export const badDays: readonly Case[] = [
  {
    name: "an answer that does not begin runs into the limit for the head",
    faults: [{ kind: "stall" }],
    receives: { getTicket: 1 },
    async run({ connect, ticket }) {
      const getting = connect().tickets.get(ticket.id, { retry: once, timeouts: { headMs: 200 } });
      same((await rejectionOf(getting, RequestTimeoutError)).limit, "head");
    },
  },
  {
    name: "an answer that stops in the middle runs into the limit for pauses",
    faults: [{ kind: "stall", afterBytes: 40 }],
    receives: { getTicket: 1 },
    async run({ connect, ticket }) {
      const getting = connect().tickets.get(ticket.id, { retry: once, timeouts: { idleMs: 200 } });
      same((await rejectionOf(getting, RequestTimeoutError)).limit, "idle");
    },
  },
  {
    name: "a call that takes too long runs into the deadline",
    faults: [{ kind: "stall" }],
    receives: { getTicket: 1 },
    async run({ connect, ticket }) {
      const getting = connect().tickets.get(ticket.id, { timeouts: { deadlineMs: 200 } });
      same((await rejectionOf(getting, RequestTimeoutError)).limit, "deadline");
    },
  },
  {
    name: "a list that breaks off is an error, whatever came of it",
    faults: [{ kind: "truncate", afterBytes: 30_000 }],
    receives: { listTickets: 1 },
    async run({ connect, ticket }) {
      const came: Ticket[] = [];
      const reading = (async () => {
        for await (const next of connect().tickets.stream()) came.push(next);
      })();
      const { message } = await rejectionOf(reading, InvalidResponseError);
      isTrue(message.includes("was cut off after"), message);
      // A browser drops what has not been read yet when the connection breaks.
      if (came.length > 0) same(came[0], ticket);
    },
  },
  {
    name: "a page for people in place of an answer is called that",
    faults: [{ kind: "html" }],
    receives: { getTicket: 1 },
    async run({ connect, ticket }) {
      const { status, message } = await rejectionOf(connect().tickets.get(ticket.id), InvalidResponseError);
      isTrue(status === 200 && message.includes("HTML instead of JSON"), message);
    },
  },
  {
    name: "an error without a body is an error of the service",
    faults: [{ kind: "emptyError" }],
    receives: { getTicket: 1 },
    async run({ connect, ticket }) {
      const { status } = await rejectionOf(connect().tickets.get(ticket.id, { retry: once }), ServiceError);
      same(status, 500);
    },
  },
  {
    name: "a write does not follow where it is sent elsewhere",
    faults: [{ kind: "redirect", status: 302, location: "/f/api/v1/support/ticket" }],
    receives: { createTicket: 1 },
    async run({ connect, ticket: { team_id } }) {
      const creating = connect().tickets.create({ team_id, subject: "s", description: "d" });
      const { message } = await rejectionOf(creating, InvalidResponseError);
      isTrue(message.includes("was redirected"), message);
    },
  },
];
