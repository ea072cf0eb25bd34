import type { Ticket, TicketReply } from "../../../src/index.ts";
import type { Case } from "../case.ts";
import { isTrue, same } from "../check.ts";

export const reading: readonly Case[] = [
  {
    name: "the list comes whole, and each ticket by its id",
    receives: { listTickets: 1, getTicket: 1 },
    async run({ connect, ticket }) {
      const { tickets } = connect();
      const list = await tickets.list();
      same(list.length, 25);
      same(list[0], ticket);
      same(await tickets.get(ticket.id), ticket);
    },
  },
  {
    name: "the list streams to its end",
    receives: { listTickets: 2 },
    async run({ connect }) {
      const { tickets } = connect();
      const streamed: Ticket[] = [];
      for await (const ticket of tickets.stream()) streamed.push(ticket);
      same(streamed, await tickets.list());
    },
  },
  {
    name: "the first ticket of a stream is here before the end, and leaving does not wait for that",
    // The end of this list never comes.
    faults: [{ kind: "stall", afterBytes: 30_000 }],
    receives: { listTickets: 1 },
    async run({ connect, ticket }) {
      for await (const first of connect().tickets.stream()) {
        same(first, ticket);
        break;
      }
    },
  },
  {
    name: "replies come page by page, each once",
    receives: { createTicketReply: 120, listTicketReplies: 3 },
    async run({ connect, ticket: { id, ticket_replies } }) {
      const { replies } = connect();
      const added: TicketReply[] = [];
      for (let n = 0; n < 120; n += 1) added.push(await replies.create(id, { description: `Reply ${n}` }));
      const all: TicketReply[] = [];
      for await (const reply of replies.all(id)) all.push(reply);
      same(new Set(all.map((reply) => reply.id)).size, ticket_replies.length + 120);
      const page = await replies.list(id, { page: 2, size: 10 });
      same(page.results, all.slice(10, 20));
      isTrue(
        all.some((reply) => reply.id === added[0]?.id),
        "a list without the first reply that was added",
      );
    },
  },
  {
    name: "the tickets of a team are those of the list that are its own",
    receives: { listTickets: 1, listTeamTickets: 1 },
    async run({ connect, ticket: { team_id } }) {
      const { tickets } = connect();
      const own: Ticket[] = [];
      for await (const ticket of tickets.ofTeam(team_id)) own.push(ticket);
      same(
        own,
        (await tickets.list()).filter((ticket) => ticket.team_id === team_id),
      );
    },
  },
];
