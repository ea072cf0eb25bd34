import type { RetrySettings, TimeoutSettings } from "./defaults.ts";

/** What a single call may set for itself; the rest is as the client has it. */
export interface CallOptions {
  /** Ends the call, also while it waits, and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly retry?: Partial<RetrySettings>;
  readonly timeouts?: Partial<TimeoutSettings>;
}
