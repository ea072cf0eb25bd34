import type { Ticket } from "@sitebay-tickets/contract";
import type { Profile } from "../fixtures/draw.ts";
import * as fixtures from "../fixtures/fixtures.ts";
import { type ReversibleIds, reversibleIds } from "../fixtures/reversible-id.ts";
import { teamNumber, teamOf } from "../fixtures/teams.ts";
import { frozen } from "./frozen.ts";
import { keptTickets, MOST_KEPT } from "./kept-tickets.ts";
import { TeamIndex } from "./team-index.ts";

/** The most tickets that a world can begin with. */
export const MOST_TICKETS = 1_000_000_000;

/** The tickets that a world begins with: computed when asked for. All that has to be kept is which were deleted. */
export class SeededTickets {
  readonly seed: number;
  readonly profile: Profile;
  readonly #length: number;
  readonly #ids: ReversibleIds;
  /** The first ones, as far as they were asked for. */
  readonly #kept: Ticket[];
  readonly #deleted: Set<number>;
  /** By the team's number, for those that were asked for. */
  readonly #teams = new Map<number, TeamIndex>();

  /** @param deleted places of those that are gone already */
  constructor(seed: number, length: number, profile: Profile, deleted: Iterable<number> = []) {
    this.seed = seed;
    this.profile = profile;
    this.#length = length;
    this.#ids = reversibleIds(seed, "ticket");
    this.#kept = keptTickets(seed, profile);
    this.#deleted = new Set(deleted);
  }

  /** How many there are, without those that were deleted. */
  get count(): number {
    return this.#length - this.#deleted.size;
  }

  /** Places of those that were deleted. */
  get deleted(): readonly number[] {
    return [...this.#deleted];
  }

  /** Frozen: nobody can change it, nor any world by it. */
  at(index: number): Ticket {
    const ticket = this.#kept[index] ?? frozen(fixtures.ticket({}, this.#place(index)));
    if (index < MOST_KEPT) this.#kept[index] = ticket;
    return ticket;
  }

  idAt(index: number): string {
    return this.#ids.idOf(index);
  }

  /** Where the ticket stands; undefined when none of these has that id, or no longer. */
  indexOf(id: string): number | undefined {
    const index = this.#ids.numberOf(id);
    return index !== undefined && index < this.#length && !this.#deleted.has(index) ? index : undefined;
  }

  /** Where tickets stand, in the order of the list. */
  *indexes(): Generator<number, void, undefined> {
    for (let index = 0; index < this.#length; index += 1) if (!this.#deleted.has(index)) yield index;
  }

  /** Where the tickets of a team stand; undefined when it is none of the teams of these tickets. */
  ofTeam(id: string): TeamIndex | undefined {
    const team = teamNumber(this.seed, id);
    if (team === undefined) return undefined;
    const known = this.#teams.get(team);
    if (known) return known;
    const index = new TeamIndex(this.#length, (at) => teamOf(this.#place(at)) === team && !this.#deleted.has(at));
    this.#teams.set(team, index);
    return index;
  }

  delete(index: number): void {
    this.#deleted.add(index);
    this.#teams.get(teamOf(this.#place(index)))?.remove(index);
  }

  #place(index: number) {
    return { seed: this.seed, index, profile: this.profile };
  }
}
