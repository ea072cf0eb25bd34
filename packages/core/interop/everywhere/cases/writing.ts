import { InvalidRequestError, NotFoundError } from "../../../src/index.ts";
import { rejectionOf } from "../../../test/support/rejection.ts";
import type { Case } from "../case.ts";
import { same } from "../check.ts";

export const writing: readonly Case[] = [
  {
    name: "a ticket is opened, changed, answered, closed and deleted, and is gone then",
    receives: { createTicket: 1, updateTicket: 1, createTicketReply: 1, deleteTicket: 1, getTicket: 2 },
    async run({ connect, ticket: { team_id } }) {
      const { tickets, replies } = connect();
      const opened = await tickets.create({ team_id, subject: "Größe → 0", description: "Since this morning. 🙂" });
      same([opened.subject, opened.description], ["Größe → 0", "Since this morning. 🙂"]);
      const changed = await tickets.update(opened.id, { openai_custom_instructions: "In French." });
      same(changed.openai_custom_instructions, "In French.");
      const reply = await replies.create(opened.id, { description: "Thank you.", resolve: true });
      const closed = await tickets.get(opened.id);
      same([closed.resolved, closed.ticket_replies], [true, [reply]]);
      await tickets.delete(opened.id);
      const { name, status } = await rejectionOf(tickets.get(opened.id), NotFoundError);
      same([name, status], ["NotFoundError", 404]);
    },
  },
  {
    name: "a request that the service finds fault with fails with the field",
    receives: { createTicket: 1 },
    async run({ connect }) {
      const creating = connect().tickets.create({ team_id: "none", subject: "s", description: "d" });
      const { status, issues } = await rejectionOf(creating, InvalidRequestError);
      same([status, issues.map(({ loc }) => loc)], [422, [["body", "team_id"]]]);
    },
  },
  {
    name: "a request without an id is not sent",
    receives: {},
    async run({ connect }) {
      const { attempts } = await rejectionOf(connect().tickets.get(""), InvalidRequestError);
      same(attempts, 0);
    },
  },
];
