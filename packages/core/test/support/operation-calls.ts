import type { OperationId } from "@sitebay-tickets/contract";
import type { TicketClient } from "../../src/index.ts";

/** What a call needs to name. */
export interface Subject {
  readonly ticketId: string;
  readonly teamId: string;
}

/** The method of the client that asks for each operation. One that joins the spec has to join here. */
export const operationCalls: Record<OperationId, (client: TicketClient, subject: Subject) => Promise<unknown>> = {
  login: (client) => client.tickets.list(),
  listTickets: (client) => client.tickets.list(),
  createTicket: (client, { teamId }) => client.tickets.create({ team_id: teamId, subject: "s", description: "d" }),
  getTicket: (client, { ticketId }) => client.tickets.get(ticketId),
  updateTicket: (client, { ticketId }) => client.tickets.update(ticketId, { openai_custom_instructions: null }),
  deleteTicket: (client, { ticketId }) => client.tickets.delete(ticketId),
  listTicketReplies: (client, { ticketId }) => client.replies.list(ticketId, { page: 2, size: 5 }),
  createTicketReply: (client, { ticketId }) => client.replies.create(ticketId, { description: "d" }),
  listTeamTickets: (client, { teamId }) => client.tickets.listOfTeam(teamId, { page: 1, size: 5 }),
};
