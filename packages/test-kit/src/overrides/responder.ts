import type { OperationId } from "@sitebay-tickets/contract";
import type { Declared } from "../answer/declared-operation.ts";
import type { LoggedRequest } from "../world/logged-request.ts";

/**
 * Answers one operation in place of the world, before the request is judged; undefined leaves the
 * request to who would have answered it. A promise holds the answer back until it settles.
 */
export type Responder<Id extends OperationId> = (request: LoggedRequest) => Later<OverrideResponse<Id> | undefined>;

/** The responder of each operation: looked up rather than computed, so that literals in answers keep their types. */
export type Responders = { readonly [Id in OperationId]: Responder<Id> };

type Later<Value> = Value | Promise<Value>;

/** One of the answers that the spec declares for the operation, or one that was marked with `offSpec`. */
export type OverrideResponse<Id extends OperationId> = DeclaredResponse<Id> | OffSpecResponse;

type DeclaredResponse<Id extends OperationId> =
  Declared<Id> extends { responses: infer Responses }
    ? {
        [Status in keyof Responses]: {
          readonly status: Status extends number ? Status : ServerErrorStatus;
          readonly json: JsonOf<Responses[Status]>;
          readonly headers?: Readonly<Record<string, string>>;
        };
      }[keyof Responses]
    : never;

type JsonOf<Response> = Response extends { content: { "application/json": infer Body } } ? Body : never;

/** What the spec writes as `5XX`. */
export type ServerErrorStatus = 500 | 501 | 502 | 503 | 504 | 507 | 508 | 511 | 520 | 521 | 522 | 523 | 524;

/** An answer that departs from the spec on purpose. `offSpec` makes it. */
export interface OffSpecResponse extends AnyResponse {
  readonly offSpec: string;
}

/** Any answer at all: JSON, or text of the type that its headers say. */
export interface AnyResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
}
