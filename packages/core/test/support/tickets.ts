import type { Ticket, TicketReply } from "@sitebay-tickets/contract";
import * as fixtures from "@sitebay-tickets/test-kit/fixtures";

/** Different tickets that fit the spec, with texts that look like JSON from the inside. */
export function someTickets(count: number): Ticket[] {
  return Array.from({ length: count }, (_, index) =>
    fixtures.ticket({ subject: `Site ${index} is blank`, description: 'Blank — “leer” \\ "{[]}" 🙂' }, { index }),
  );
}

/** Different replies that fit the spec. */
export function someReplies(count: number): TicketReply[] {
  return Array.from({ length: count }, (_, index) => fixtures.reply({ description: `Reply ${index}` }, { index }));
}

export const ticket = fixtures.ticket();
