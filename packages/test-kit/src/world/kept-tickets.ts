import type { Ticket } from "@sitebay-tickets/contract";
import type { Profile } from "../fixtures/draw.ts";

/** How many of a seed's tickets are kept once they were derived: tests mostly ask for the same few. */
export const MOST_KEPT = 500;

/**
 * Derived tickets by their places, of which the first `MOST_KEPT` may be kept here. All worlds of the
 * same seed and profile share them, since they are frozen.
 */
export function keptTickets(seed: number, profile: Profile): Ticket[] {
  const name = `${profile} ${seed}`;
  const tickets = kept.get(name) ?? [];
  // Put last again: the first in line is the one that was not asked for the longest.
  kept.delete(name);
  kept.set(name, tickets);
  const [longestUnused = ""] = kept.keys();
  if (kept.size > MOST_SEEDS) kept.delete(longestUnused);
  return tickets;
}

const kept = new Map<string, Ticket[]>();
const MOST_SEEDS = 8;
