import type { SchemaViolation } from "@sitebay-tickets/contract/validators";

/** How often the service's answer departed from the contract, and where. */
export interface Drift {
  /** Tickets with at least one departure. */
  readonly tickets: number;
  /** Departures by place and rule, such as `/ticket_replies/[]/user/email format`. */
  readonly places: Readonly<Record<string, number>>;
}

/** Counts departures from the contract. Keeps places, never values. */
export class DriftCount {
  #tickets = 0;
  readonly #places = new Map<string, number>();

  add(violations: readonly SchemaViolation[]): void {
    if (violations.length > 0) this.#tickets += 1;
    for (const violation of violations) {
      const place = placeOf(violation);
      this.#places.set(place, (this.#places.get(place) ?? 0) + 1);
    }
  }

  get result(): Drift {
    return { tickets: this.#tickets, places: Object.fromEntries([...this.#places].sort()) };
  }
}

function placeOf({ instancePath, keyword, params }: SchemaViolation): string {
  const property = keyword === "required" ? `/${String(params.missingProperty)}` : "";
  return `${instancePath.replaceAll(/\/\d+(?=\/|$)/g, "/[]")}${property} ${keyword}`;
}
