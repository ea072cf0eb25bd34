import type { OperationId } from "@sitebay-tickets/contract";
import type { LoggedRequest } from "./logged-request.ts";

/** The requests that a world received, the latest 10,000 of them, oldest first. */
export class RequestLog implements Iterable<LoggedRequest> {
  #entries: LoggedRequest[] = [];
  #count = 0;
  readonly #listeners = new Set<(request: LoggedRequest) => void>();

  [Symbol.iterator](): Iterator<LoggedRequest> {
    return this.#entries[Symbol.iterator]();
  }

  /** How many there were in all, those that are forgotten by now too. */
  get count(): number {
    return this.#count;
  }

  /** Those that asked for an operation. */
  of(operation: OperationId): LoggedRequest[] {
    return this.#entries.filter((request) => request.operation === operation);
  }

  /** @returns what ends the subscription */
  subscribe(listener: (request: LoggedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(request: LoggedRequest): void {
    this.#count += 1;
    this.#entries.push(request);
    // In one go now and then: taking the first away each time would move all others each time.
    if (this.#entries.length >= 2 * MOST_ENTRIES) this.#entries = this.#entries.slice(-MOST_ENTRIES);
    for (const listener of this.#listeners) listener(request);
  }

  clear(): void {
    this.#entries = [];
    this.#count = 0;
  }
}

const MOST_ENTRIES = 10_000;
