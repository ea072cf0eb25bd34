import type { OperationId } from "@sitebay-tickets/contract";
import type { Drift } from "../drift.ts";
import { type Call, requestIdOf } from "./call.ts";

interface AttemptEvent {
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** Which attempt of the call this is; the first is 1. */
  readonly attempt: number;
}

/**
 * What a client tells while it works, for logs, metrics and traces. No event holds a credential or
 * a body.
 */
export type ClientEvent =
  /** A request is about to be sent. */
  | ({ readonly type: "request" } & AttemptEvent)
  /** An answer came, of whatever status; `elapsedMs` counts from the call's start. */
  | ({
      readonly type: "response";
      readonly status: number;
      readonly requestId: string | undefined;
      readonly elapsedMs: number;
    } & AttemptEvent)
  /** The attempt failed, and the request will be sent again after `delayMs`. */
  | ({ readonly type: "retry"; readonly delayMs: number; readonly reason: string } & AttemptEvent)
  /** An answer departs from the API's description. */
  | ({ readonly type: "drift" } & Drift);

/** Called while a call is under way; what it throws fails that call. */
export type EventListener = (event: ClientEvent) => void;

/** The part of an event that names the current attempt of a call. */
export function attemptOf({ operation, method, url, attempts }: Call): AttemptEvent {
  return { operation, method, url, attempt: attempts };
}

export function responseEvent(call: Call, response: Response): ClientEvent {
  return {
    type: "response",
    ...attemptOf(call),
    status: response.status,
    requestId: requestIdOf(call, response),
    elapsedMs: call.elapsedMs(),
  };
}
