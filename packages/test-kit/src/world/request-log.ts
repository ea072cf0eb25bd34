import type { OperationId } from "@sitebay-tickets/contract";
import type { LoggedRequest } from "./logged-request.ts";

/** A request and its place among all that the world ever received. */
export interface NumberedRequest {
  readonly number: number;
  readonly request: LoggedRequest;
}

/** The requests that a world received, the latest 10,000 of them, oldest first. */
export class RequestLog implements Iterable<LoggedRequest> {
  #entries: LoggedRequest[] = [];
  #count = 0;
  #last = 0;
  readonly #listeners = new Set<(request: LoggedRequest) => void>();

  [Symbol.iterator](): Iterator<LoggedRequest> {
    return this.#entries[Symbol.iterator]();
  }

  /** How many there were in all, those that are forgotten by now too. */
  get count(): number {
    return this.#count;
  }

  /** The number of the latest request. Numbers begin with 1, and go on when the log is cleared. */
  get last(): number {
    return this.#last;
  }

  /** The number of the oldest one that is still known, or else of the next one. */
  get first(): number {
    return this.#last - this.#entries.length + 1;
  }

  /** Those that are still known and came after one of that number. */
  since(number: number): NumberedRequest[] {
    const from = Math.max(this.first, number + 1);
    return this.#entries.slice(from - this.first).map((request, i) => ({ number: from + i, request }));
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
    this.#last += 1;
    this.#entries.push(request);
    // In one go now and then: taking the first away each time would move all others each time.
    if (this.#entries.length >= 2 * MOST_ENTRIES) this.#entries = this.#entries.slice(-MOST_ENTRIES);
    for (const listener of this.#listeners) listener(request);
  }

  /** Counts on from the number of another log's latest request. */
  goOnAfter(number: number): void {
    this.clear();
    this.#last = number;
  }

  clear(): void {
    this.#entries = [];
    this.#count = 0;
  }
}

const MOST_ENTRIES = 10_000;
