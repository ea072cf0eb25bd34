import type { OperationId } from "@sitebay-tickets/contract";
import type { DriftKind } from "../drift/drift-kind.ts";
import type { LoggedRequest } from "../world/logged-request.ts";

/** One way in which the service, or what stands before it, fails. Plain data, so that JSON can say it too. */
export type Fault =
  /** The connection ends before any answer; `performed`: after the work was done. */
  | { readonly kind: "drop"; readonly performed?: boolean }
  /** The connection ends within the body, after so many bytes. Default: in the middle of it. */
  | { readonly kind: "truncate"; readonly afterBytes?: number }
  /** Nothing comes any more, and the connection stays: no head, or after so many bytes of the body. */
  | { readonly kind: "stall"; readonly afterBytes?: number }
  /** The head comes late, and the body in small pieces with pauses. */
  | { readonly kind: "slow"; readonly headMs?: number; readonly chunkBytes?: number; readonly chunkMs?: number }
  /** The right answer, but for its last character: JSON that does not end. */
  | { readonly kind: "malformed" }
  /** The right answer, but as another type. Default: `text/plain`. */
  | { readonly kind: "wrongType"; readonly contentType?: string }
  /** JSON of another shape: the right answer, within an object's field `data`. */
  | { readonly kind: "wrongShape" }
  /** Sent elsewhere, and nothing was done. Default: with 307, to a host that does not exist. */
  | { readonly kind: "redirect"; readonly status?: number; readonly location?: string }
  /** A page for people, as a proxy or a portal sends it. Default: with status 200. */
  | { readonly kind: "html"; readonly status?: number; readonly retryAfter?: RetryAfter }
  /** No body at all. Default: with status 500; `performed`: after the work was done. */
  | { readonly kind: "emptyError"; readonly status?: number; readonly performed?: boolean }
  /** 429, and nothing was done. */
  | { readonly kind: "rateLimit"; readonly retryAfter?: RetryAfter }
  /** An error of the service's own. Default: 500; `performed`: after the work was done. */
  | {
      readonly kind: "serverError";
      readonly status?: number;
      readonly retryAfter?: RetryAfter;
      readonly performed?: boolean;
    }
  /** 401; if the token came from a login it is never accepted again. Operations without a credential are spared. */
  | { readonly kind: "expireToken" }
  /** The service has moved on: successes depart from the spec, here and there. Default: in every way. */
  | { readonly kind: "drift"; readonly drifts?: readonly DriftKind[] };

/** Seconds, or the header's own text, such as an HTTP date. */
export type RetryAfter = number | string;

export type FaultKind = Fault["kind"];

/** Whom a fault befalls. */
export interface FaultTarget {
  /** Default: every operation, the login too. */
  readonly operation?: OperationId | readonly OperationId[];
  /** How often at most. Default: without end. */
  readonly times?: number;
  /** How likely, from 0 to 1, drawn from the world's seed. Default 1. */
  readonly probability?: number;
  /** Which requests. Default: all. */
  readonly when?: (request: LoggedRequest) => boolean;
}

/** @example { kind: "rateLimit", retryAfter: 2, operation: "listTickets", times: 3 } */
export type FaultRule = Fault & FaultTarget;

/** Which options each kind takes, by the type of their values: what a command line and JSON are checked by. */
export const faultOptions = {
  drop: { performed: "boolean" },
  truncate: { afterBytes: "number" },
  stall: { afterBytes: "number" },
  slow: { headMs: "number", chunkBytes: "number", chunkMs: "number" },
  malformed: {},
  wrongType: { contentType: "text" },
  wrongShape: {},
  redirect: { status: "status", location: "text" },
  html: { status: "status", retryAfter: "retryAfter" },
  emptyError: { status: "status", performed: "boolean" },
  rateLimit: { retryAfter: "retryAfter" },
  serverError: { status: "status", retryAfter: "retryAfter", performed: "boolean" },
  expireToken: {},
  drift: { drifts: "drifts" },
} as const satisfies { readonly [Kind in FaultKind]: { readonly [Name in OptionName<Kind>]: OptionType } };

type OptionName<Kind extends FaultKind> = Exclude<keyof Extract<Fault, { kind: Kind }>, "kind">;
export type OptionType = "boolean" | "drifts" | "number" | "retryAfter" | "status" | "text";

export const faultKinds = Object.keys(faultOptions) as readonly FaultKind[];
