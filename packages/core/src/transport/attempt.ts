import type { TimeoutSettings } from "../defaults.ts";
import { isTicketApiError, type TicketApiError } from "../errors.ts";
import type { Call } from "./call.ts";
import type { Clock } from "./clock.ts";
import { describeConnectionFailure } from "./connection-failure.ts";
import { guardBody, readWhole, streamOf, withBody } from "./guarded-body.ts";
import { linkedAbort } from "./linked-abort.ts";
import type { Fetch, Outgoing } from "./outgoing.ts";
import type { RequestCredential } from "./session.ts";
import { connectionError, cutOffError, timeoutError } from "./transport-error.ts";
import { untilAborted } from "./until-aborted.ts";

/** How one attempt ended: with an answer, of whatever status, or without one that can be used. */
export type AttemptResult =
  /** `body`: all of it, where it belongs to the attempt. */
  | { readonly kind: "answered"; readonly response: Response; readonly body?: Uint8Array<ArrayBuffer> }
  | { readonly kind: "never-connected" | "lost"; readonly error: TicketApiError };

interface AttemptOptions {
  readonly fetch: Fetch;
  readonly credential: RequestCredential | undefined;
  readonly timeouts: TimeoutSettings;
  readonly clock: Clock;
  /** The caller's signal together with the deadline. */
  readonly signal: AbortSignal;
  /** Whether the body of a success belongs to the attempt, or is handed out while it arrives. */
  readonly body: "stream" | "whole";
}

/**
 * Sends a request once.
 *
 * @throws the signal's reason, when it is aborted; every other failure is a result
 */
export async function attempt(call: Call, outgoing: Outgoing, options: AttemptOptions): Promise<AttemptResult> {
  const { timeouts, clock } = options;
  const ending = linkedAbort(options.signal);
  const { signal } = ending;
  const expire = (limit: "head" | "idle", ms: number) => ending.abort(timeoutError(call, limit, ms));

  const fetchHead = async () => {
    const cancel = clock.after(timeouts.headMs, () => expire("head", timeouts.headMs));
    try {
      const init = outgoing.forAttempt(options.credential, signal);
      return await untilAborted(options.fetch(outgoing.request, init), signal);
    } finally {
      cancel();
    }
  };

  try {
    const response = await fetchHead();
    const { body } = response;
    if (body === null) return { kind: "answered", response, body: new Uint8Array() };
    const guard = {
      signal,
      idleMs: timeouts.idleMs,
      clock,
      onIdle: () => expire("idle", timeouts.idleMs),
      cutOff: (bytes: number, cause: unknown) =>
        cutOffError(call, response, bytes, describeConnectionFailure(cause), cause),
    };
    if (options.body === "stream" || !response.ok) {
      return { kind: "answered", response: withBody(response, guardBody(body, guard)) };
    }
    // Not by way of a guarded body: Chromium forgets why a stream of ours failed.
    const whole = await readWhole(body, guard);
    return { kind: "answered", response: withBody(response, streamOf(whole)), body: whole };
  } catch (error) {
    options.signal.throwIfAborted();
    if (isTicketApiError(error)) return { kind: "lost", error };
    const failure = describeConnectionFailure(error);
    return {
      kind: failure.neverConnected ? "never-connected" : "lost",
      error: connectionError(call, failure, error),
    };
  }
}
