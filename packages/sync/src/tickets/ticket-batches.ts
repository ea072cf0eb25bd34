import type { TicketClient } from "@sitebay-tickets/core";

/** Some tickets on their way into a run, each as the bytes that it was received in. */
export interface TicketBatch {
  readonly elements: readonly Uint8Array[];
  /** How many tickets there are in all, where the service says so. */
  readonly total: number | undefined;
}

/**
 * The tickets to export, as they arrive: all of them as one list, those of a team page by page.
 *
 * @param team the team's id; null for all tickets
 */
export async function* ticketBatches(
  { tickets }: TicketClient,
  team: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<TicketBatch, void, undefined> {
  const options = signal ? { signal } : {};
  if (team === null) {
    for await (const elements of tickets.streamBytes(options)) yield { elements, total: undefined };
  } else {
    for await (const { tickets: elements, count } of tickets.ofTeamBytes(team, options)) {
      yield { elements, total: count };
    }
  }
}
