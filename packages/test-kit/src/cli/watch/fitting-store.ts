import type { Ticket, TicketReply } from "@sitebay-tickets/contract";
import { validators } from "@sitebay-tickets/contract/validators";
import * as fixtures from "../../fixtures/fixtures.ts";
import type { Seeding, TicketStoreState } from "../../world/ticket-store.ts";

/**
 * What was kept under another contract, as the contract at hand wants it: fields that it has and the
 * tickets lack are filled in. What does not fit nevertheless is left out: a mock that answered with it
 * would break its own spec.
 */
export function fittingStore(
  store: TicketStoreState,
  { seed, profile }: Seeding,
): { readonly store: TicketStoreState; readonly lost: number } {
  const fitting = (tickets: readonly Ticket[]) =>
    tickets.map((ticket, index) => completed(ticket, { seed, profile, index })).filter(fits);
  const changed = fitting(store.changed);
  const created = fitting(store.created);
  const lost = store.changed.length + store.created.length - changed.length - created.length;
  return { store: { ...store, changed, created }, lost };
}

function completed(ticket: Ticket, place: fixtures.FixtureOptions): Ticket {
  if (fits(ticket)) return ticket;
  const replies = ticket.ticket_replies.map((reply) => completedReply(reply, place));
  return fixtures.ticket({ ...ticket, ticket_replies: replies }, place);
}

function completedReply(reply: TicketReply, place: fixtures.FixtureOptions): TicketReply {
  return fixtures.reply({ ...reply, user: fixtures.user(reply.user, place) }, place);
}

function fits(ticket: unknown): boolean {
  return validators.Ticket(ticket);
}
