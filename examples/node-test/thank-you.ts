import type { TicketClient } from "@sitebay-tickets/core";

/**
 * Thanks for the open tickets of a team, and resolves them.
 *
 * @returns how many there were
 */
export async function thankAndResolve(client: TicketClient, teamId: string): Promise<number> {
  let count = 0;
  for await (const ticket of client.tickets.ofTeam(teamId)) {
    if (ticket.resolved) continue;
    await client.replies.create(ticket.id, { description: "Thank you, that is done.", resolve: true });
    count += 1;
  }
  return count;
}
