import type { OperationId } from "@sitebay-tickets/contract";
import type { ErrorFacts } from "../errors.ts";
import type { Redaction } from "./redaction.ts";

/** One call of the API in progress, with all its attempts: what errors and events tell of it. */
export interface Call {
  /** The client's first call is 1; 0 where nothing was sent. */
  readonly id: number;
  /** Undefined for a request by `client.raw` that is none of the API's. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** How often the request was sent so far. */
  readonly attempts: number;
  readonly redaction: Redaction;
  elapsedMs(): number;
}

/** What an error says about a call, as of now. */
export function factsOf(call: Call): ErrorFacts {
  return {
    operation: call.operation,
    method: call.method,
    url: call.url,
    attempts: call.attempts,
    elapsedMs: call.elapsedMs(),
  };
}

/** The beginning of every message: `GET https://…/support/ticket`. */
export function asked(call: Pick<Call, "method" | "url">): string {
  return `${call.method} ${call.url}`;
}

/** ` after 4 attempts`, where there was more than one. */
export function afterAttempts({ attempts }: Call): string {
  return attempts > 1 ? ` after ${attempts} attempts` : "";
}

const REQUEST_ID = /^[\w.:;=+/@-]{1,200}$/;

/** What to quote to the service's support. A header can say anything: what does not look like an id is none. */
export function requestIdOf({ redaction }: Call, { headers }: Response): string | undefined {
  const id = headers.get("x-request-id");
  return id !== null && REQUEST_ID.test(id) ? redaction.text(id) : undefined;
}
