import type { Departure } from "@sitebay-tickets/core";

/** How often the service's answer departed from the contract, and where. */
export interface DriftSummary {
  /** Tickets with at least one departure. */
  readonly tickets: number;
  /** Departures by place and rule, such as `/resolved_at format` or `/priority unknown-field`. */
  readonly places: Readonly<Record<string, number>>;
}

/** Counts departures from the contract. Keeps places, never values. */
export class DriftCount {
  #tickets = 0;
  readonly #places = new Map<string, number>();

  /** Adds those of one ticket. */
  add(departures: readonly Departure[]): void {
    if (departures.length > 0) this.#tickets += 1;
    for (const { at, rule } of departures) {
      const place = `${at} ${rule}`;
      this.#places.set(place, (this.#places.get(place) ?? 0) + 1);
    }
  }

  get summary(): DriftSummary {
    return { tickets: this.#tickets, places: Object.fromEntries([...this.#places].sort()) };
  }
}
