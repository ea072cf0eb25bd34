import type { OperationId } from "@sitebay-tickets/contract";
import type { LoggedRequest } from "../world/logged-request.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import type { CoverageData } from "./coverage-data.ts";

/**
 * Counts what requests exercise of the API, over as many worlds as are observed.
 *
 * @example
 * const collector = new CoverageCollector();
 * collector.observe(world);
 */
export class CoverageCollector {
  readonly #operations = new Map<OperationId, OperationCount>();
  readonly #credentials = new Map<string, number>();

  /** What was counted until now. */
  get data(): CoverageData {
    const operations = [...this.#operations].map(([id, { requests, statuses, parameters }]) => [
      id,
      { requests, statuses: Object.fromEntries(statuses), parameters: Object.fromEntries(parameters) },
    ]);
    return { operations: Object.fromEntries(operations), credentials: Object.fromEntries(this.#credentials) };
  }

  /** @returns what ends the observation */
  observe(world: TicketWorld): () => void {
    return world.requests.subscribe((request) => this.record(request));
  }

  record({ operation, status, query, body, credential }: LoggedRequest): void {
    if (operation === undefined) return;
    const count = this.#operations.get(operation) ?? { requests: 0, statuses: new Map(), parameters: new Map() };
    this.#operations.set(operation, count);
    count.requests += 1;
    if (status !== undefined) increment(count.statuses, String(status));
    for (const name of Object.keys(query)) increment(count.parameters, `query.${name}`);
    if (isObject(body)) for (const name of Object.keys(body)) increment(count.parameters, `body.${name}`);
    increment(this.#credentials, credential ?? "none");
  }

  /** Begins to count anew. */
  clear(): void {
    this.#operations.clear();
    this.#credentials.clear();
  }
}

interface OperationCount {
  requests: number;
  readonly statuses: Map<string, number>;
  readonly parameters: Map<string, number>;
}

function increment(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
