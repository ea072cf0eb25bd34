import type { Operation } from "@sitebay-tickets/contract";

/** How an attempt ended, as far as the decision to repeat it goes. */
export type Outcome =
  /** An answer came. `retryAfterMs` is what the service asked for, if it did. */
  | { readonly kind: "answered"; readonly status: number; readonly retryAfterMs: number | undefined }
  /** The connection was never made: nothing was sent. */
  | { readonly kind: "never-connected"; readonly retryAfterMs?: never }
  /** The connection broke, or a limit passed, after something may have been sent. */
  | { readonly kind: "lost"; readonly retryAfterMs?: never };

/** What passes by itself, often enough. */
const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Whether an attempt changed nothing for certain.
 *
 * | outcome                           | certainly without effect |
 * | --------------------------------- | ------------------------ |
 * | the connection was never made     | yes                      |
 * | 429                               | yes                      |
 * | 503 that says when to come back   | yes                      |
 * | 503 without, any other 5xx, 408   | no                       |
 * | the connection broke              | no                       |
 */
export function hadNoEffect(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case "never-connected":
      return true;
    case "lost":
      return false;
    case "answered":
      return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfterMs !== undefined);
  }
}

/**
 * Whether a request may be sent again. `safe` operations repeat whatever passes by itself; those that
 * are `rejected-only` repeat it only where the attempt had no effect for certain.
 */
export function mayRepeat(retry: Operation["retry"], outcome: Outcome): boolean {
  if (outcome.kind === "answered" && !TRANSIENT_STATUSES.has(outcome.status)) return false;
  return retry === "safe" || hadNoEffect(outcome);
}

/** Whether an answer says that an earlier attempt, whose outcome was unknown, has done it: what is to be deleted is gone. */
export function foundAlreadyDone(method: string, status: number, mayHaveTakenEffect: boolean): boolean {
  return method === "DELETE" && status === 404 && mayHaveTakenEffect;
}
