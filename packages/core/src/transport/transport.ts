import type { RetrySettings, TimeoutSettings } from "../defaults.ts";
import { type AttemptResult, attempt } from "./attempt.ts";
import { findOperation } from "./base-url.ts";
import type { Call } from "./call.ts";
import type { Clock } from "./clock.ts";
import { attemptOf, type EventListener, failureEvent, responseEvent } from "./events.ts";
import { withBody } from "./guarded-body.ts";
import { linkedAbort } from "./linked-abort.ts";
import { type Fetch, readOutgoing } from "./outgoing.ts";
import { Redaction } from "./redaction.ts";
import { hadNoEffect, mayRepeat, type Outcome } from "./retry-policy.ts";
import { parseRetryAfter, retryDelay } from "./retry-timing.ts";
import type { Session } from "./session.ts";
import { timeoutError } from "./transport-error.ts";
import { sleep, untilAborted } from "./until-aborted.ts";

interface TransportSettings {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly retry: RetrySettings;
  readonly timeouts: TimeoutSettings;
  readonly onEvent: EventListener;
  readonly clock: Clock;
}

export interface SendOptions {
  /** `whole`: a success is only handed out when its body is here. `stream`: while it arrives. */
  readonly body: "stream" | "whole";
  readonly retry?: Partial<RetrySettings> | undefined;
  readonly timeouts?: Partial<TimeoutSettings> | undefined;
  /** Gives the credentials for operations that ask for one. */
  readonly session?: Session;
  /** What the request itself must not let through into errors and events. */
  readonly secrets?: readonly string[] | undefined;
}

/** An answer, of whatever status, and how it came about. */
export interface Exchange {
  readonly call: Call;
  readonly response: Response;
  /** The body of a success that was to be whole. */
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Whether an earlier attempt may have done what was asked, without our knowing. */
  readonly mayHaveTakenEffect: boolean;
}

/**
 * Sends a request, again where that is safe, and returns the answer.
 *
 * @throws ConnectionError, RequestTimeoutError or InvalidResponseError when none came, and the reason
 *   of the request's signal when that is aborted
 */
export type Transport = (request: Request, options: SendOptions) => Promise<Exchange>;

export function createTransport(settings: TransportSettings): Transport {
  const { fetch, onEvent, clock } = settings;
  let calls = 0;

  return async (request, options) => {
    const operation = findOperation(settings.baseUrl, request);
    // An address that is none of the API's gets no credential.
    const session = operation?.secured ? options.session : undefined;
    const repeatable = operation?.retry ?? "rejected-only";
    const retry = { ...settings.retry, ...options.retry };
    const timeouts = { ...settings.timeouts, ...options.timeouts };
    const startedAt = clock.now();
    calls += 1;
    const call = {
      id: calls,
      operation: operation?.id,
      method: request.method,
      url: request.url,
      attempts: 0,
      redaction: new Redaction(options.secrets),
      elapsedMs: () => clock.now() - startedAt,
    } satisfies Call;

    const ending = linkedAbort(request.signal);
    const { signal } = ending;
    const cancelDeadline = clock.after(timeouts.deadlineMs, () =>
      ending.abort(timeoutError(call, "deadline", timeouts.deadlineMs)),
    );
    const outgoing = await readOutgoing(request, repeatable === "safe");

    const sendOnce = async ({ renewed }: { renewed: boolean }) => {
      signal.throwIfAborted();
      const credential = session && (await untilAborted(session(), signal));
      call.redaction.add(credential?.secrets);
      if (renewed) onEvent({ type: "refresh", ...attemptOf(call) });
      call.attempts += 1;
      onEvent({ type: "request", ...attemptOf(call) });
      const sentAt = clock.now();
      const attemptOptions = { fetch, credential, timeouts, clock, signal, body: options.body };
      const result = await attempt(call, outgoing, attemptOptions).catch((error: unknown) => {
        onEvent(failureEvent(call, error, clock.now() - sentAt));
        throw error;
      });
      const attemptMs = clock.now() - sentAt;
      onEvent(
        result.kind === "answered"
          ? responseEvent(call, result, attemptMs)
          : failureEvent(call, result.error, attemptMs),
      );
      return { result, credential };
    };

    try {
      let retries = 0;
      let hasRenewed = false;
      let mayHaveTakenEffect = false;
      for (;;) {
        let { result, credential } = await sendOnce({ renewed: false });
        if (credential?.expire && !hasRenewed && isUnauthorized(result)) {
          // Not one of the retries: nothing is wrong with the service.
          hasRenewed = true;
          credential.expire();
          discard(result);
          ({ result, credential } = await sendOnce({ renewed: true }));
        }
        const outcome = outcomeOf(result, clock);
        const delayMs = retryDelay(retries + 1, retry, clock.random(), outcome.retryAfterMs);
        const repeat =
          retries < retry.retries && mayRepeat(repeatable, outcome) && call.elapsedMs() + delayMs < timeouts.deadlineMs;
        if (!repeat) return { call, mayHaveTakenEffect, ...(await conclude(result, request.signal)) };

        onEvent({ type: "retry", ...attemptOf(call), delayMs, reason: reasonOf(result) });
        discard(result);
        retries += 1;
        mayHaveTakenEffect ||= !hadNoEffect(outcome);
        await sleep(delayMs, signal, clock);
      }
    } finally {
      cancelDeadline();
    }
  };
}

function isUnauthorized(result: AttemptResult): boolean {
  return result.kind === "answered" && result.response.status === 401;
}

function outcomeOf(result: AttemptResult, clock: Clock): Outcome {
  if (result.kind !== "answered") return { kind: result.kind };
  const { status, headers } = result.response;
  return { kind: "answered", status, retryAfterMs: parseRetryAfter(headers.get("Retry-After"), clock.now()) };
}

function reasonOf(result: AttemptResult): string {
  return result.kind === "answered" ? `status ${result.response.status}` : result.error.message;
}

/** Frees the connection of an answer that nobody will read. */
function discard(result: AttemptResult): void {
  if (result.kind === "answered") result.response.body?.cancel().catch(() => undefined);
}

async function conclude(
  result: AttemptResult,
  callerSignal: AbortSignal,
): Promise<Pick<Exchange, "body" | "response">> {
  if (result.kind !== "answered") throw result.error;
  const { response } = result;
  if (response.ok || response.body === null) return result;
  // The status is the verdict; a body that breaks off only loses the explanation.
  const explanation = await response.arrayBuffer().catch(() => new ArrayBuffer());
  callerSignal.throwIfAborted();
  return { response: withBody(response, explanation) };
}
