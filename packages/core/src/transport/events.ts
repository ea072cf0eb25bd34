import type { OperationId } from "@sitebay-tickets/contract";
import type { Drift } from "../drift.ts";
import { isTicketApiError } from "../errors.ts";
import { type Call, requestIdOf } from "./call.ts";

interface AttemptEvent {
  /** Which call of this client it is about: a call's number is in all of its events. The first is 1. */
  readonly call: number;
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** Which attempt of the call this is; the first is 1. */
  readonly attempt: number;
  /** From the call's start, waits included. */
  readonly elapsedMs: number;
}

interface EndedAttempt extends AttemptEvent {
  /** From the attempt's start. */
  readonly attemptMs: number;
}

/**
 * What a client tells while it works, for logs, metrics and traces. After each `request` comes one
 * `response` or one `failure` of the same call and attempt. No event holds a credential or a body.
 */
export type ClientEvent =
  /** A request is about to be sent. */
  | ({ readonly type: "request" } & AttemptEvent)
  /** An answer came, of whatever status: a success with its body, unless that is streamed. */
  | ({
      readonly type: "response";
      readonly status: number;
      readonly requestId: string | undefined;
      /** Of the body, without compression; undefined where it is still to be read. */
      readonly bytes: number | undefined;
    } & EndedAttempt)
  /** The attempt ended without an answer that can be used: the connection, a limit, the caller's signal. */
  | ({ readonly type: "failure"; readonly reason: string } & EndedAttempt)
  /** The attempt was in vain, and the request will be sent again after `delayMs`. */
  | ({ readonly type: "retry"; readonly delayMs: number; readonly reason: string } & AttemptEvent)
  /** The attempt was answered with 401, and the request will be sent again with a credential that was renewed. */
  | ({ readonly type: "refresh" } & AttemptEvent)
  /** An answer departs from the API's description. */
  | ({ readonly type: "drift" } & Drift);

/** Called while a call is under way; what it throws fails that call. */
export type EventListener = (event: ClientEvent) => void;

/** The part of an event that names the current attempt of a call. */
export function attemptOf(call: Call): AttemptEvent {
  const { id, operation, method, url, attempts } = call;
  return { call: id, operation, method, url, attempt: attempts, elapsedMs: call.elapsedMs() };
}

/** @param body all of the answer's, where it has been read */
export function responseEvent(
  call: Call,
  { response, body }: { readonly response: Response; readonly body?: Uint8Array },
  attemptMs: number,
): ClientEvent {
  const requestId = requestIdOf(call, response);
  return { type: "response", ...attemptOf(call), attemptMs, status: response.status, requestId, bytes: body?.length };
}

/** @param error what an attempt ended with; one that is not ours came with the caller's signal */
export function failureEvent(call: Call, error: unknown, attemptMs: number): ClientEvent {
  const reason = isTicketApiError(error) ? error.message : "aborted by the caller";
  return { type: "failure", ...attemptOf(call), attemptMs, reason };
}
