import { spec } from "@sitebay-tickets/contract";

/** How often, and after which wait, a request is sent again. */
export interface RetrySettings {
  /** How many times a request may be sent again after the first attempt; 0 switches retries off. */
  readonly retries: number;
  /** The longest wait before the first retry; it doubles with each further one. */
  readonly baseMs: number;
  /** What the doubling stops at. A longer `Retry-After` of the service is still obeyed. */
  readonly capMs: number;
}

/** How long a call may take. `Infinity` switches a limit off. */
export interface TimeoutSettings {
  /** For each attempt: until status and headers are there. */
  readonly headMs: number;
  /** Between two pieces of a body. Time that the reader takes does not count. */
  readonly idleMs: number;
  /** For the whole call: logins, attempts and the waits between them. A stream's ends at its head. */
  readonly deadlineMs: number;
}

/**
 * What applies where neither the client nor the call says otherwise.
 *
 * | setting               | default                            |
 * | --------------------- | ---------------------------------- |
 * | `baseUrl`             | `https://my.sitebay.org/f/api/v1`  |
 * | `retry.retries`       | 3                                  |
 * | `retry.baseMs`        | 500                                |
 * | `retry.capMs`         | 8,000                              |
 * | `timeouts.headMs`     | 30,000                             |
 * | `timeouts.idleMs`     | 30,000                             |
 * | `timeouts.deadlineMs` | 120,000                            |
 * | `pageSize`            | 100, the most the service allows   |
 */
export const defaults = {
  baseUrl: spec.baseUrl,
  retry: { retries: 3, baseMs: 500, capMs: 8_000 },
  timeouts: { headMs: 30_000, idleMs: 30_000, deadlineMs: 120_000 },
  /** How many items `replies.all()` and `tickets.ofTeam()` ask for at a time. */
  pageSize: 100,
} as const satisfies {
  baseUrl: string;
  retry: RetrySettings;
  timeouts: TimeoutSettings;
  pageSize: number;
};
