import type { Ticket } from "@sitebay-tickets/contract";
import type { Profile } from "../fixtures/draw.ts";
import { ticketFixture } from "../fixtures/fixtures.ts";
import { type ReversibleIds, reversibleIds } from "../fixtures/reversible-id.ts";

/** The tickets that a world begins with: computed when asked for, kept nowhere. */
export class SeededTickets {
  readonly seed: number;
  readonly count: number;
  readonly profile: Profile;
  readonly #ids: ReversibleIds;

  constructor(seed: number, count: number, profile: Profile) {
    this.seed = seed;
    this.count = count;
    this.profile = profile;
    this.#ids = reversibleIds(seed, "ticket");
  }

  /** Always a new object: who changes it changes no world. */
  at(index: number): Ticket {
    return ticketFixture({}, { seed: this.seed, index, profile: this.profile });
  }

  idAt(index: number): string {
    return this.#ids.idOf(index);
  }

  /** Where the ticket stands; undefined when none of these has that id. */
  indexOf(id: string): number | undefined {
    const index = this.#ids.numberOf(id);
    return index !== undefined && index < this.count ? index : undefined;
  }
}
