import { type OperationId, spec } from "@sitebay-tickets/contract";

/** One field of a request or an answer that breaks its schema. */
export interface Issue {
  /** Where it stands, such as `["body", "subject"]`. */
  readonly loc: readonly (string | number)[];
  /** What is wrong, for people. */
  readonly msg: string;
  /** What is wrong, for programs, such as `missing`. */
  readonly type: string;
}

/** What an error knows about the call that failed. Nothing in here may hold a credential. */
export interface ErrorFacts {
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** How often the request was sent; 0 when it never was. */
  readonly attempts: number;
  readonly elapsedMs: number;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly detail?: string | undefined;
  readonly issues?: readonly Issue[] | undefined;
  readonly cause?: unknown;
}

const BRAND = Symbol.for("@sitebay-tickets/core/TicketApiError");

/**
 * A call that failed. Each subclass stands for one thing that a caller would do differently. The
 * message is one line: what was asked, what came, what to do.
 */
export class TicketApiError extends Error {
  static {
    TicketApiError.prototype.name = "TicketApiError";
  }
  /** The operation's id; undefined for a request by `client.raw` that is none of the API's. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** The answer's status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** The answer's `x-request-id`, to quote to the service's support. */
  readonly requestId: string | undefined;
  /** How often the request was sent; 0 when it never was. */
  readonly attempts: number;
  /** From the call to the error, waits included. */
  readonly elapsedMs: number;
  /** How long the service asked to stay away. */
  readonly retryAfterMs: number | undefined;
  /** The reason that the service gave, when it gave one in words. */
  readonly detail: string | undefined;
  /** The failing fields, when they were named; empty otherwise. */
  readonly issues: readonly Issue[];
  /** Identifies the API description that this client was generated from. */
  readonly specHash: string;

  constructor(message: string, facts: ErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.operation = facts.operation;
    this.method = facts.method;
    this.url = facts.url;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.attempts = facts.attempts;
    this.elapsedMs = facts.elapsedMs;
    this.retryAfterMs = facts.retryAfterMs;
    this.detail = facts.detail;
    this.issues = facts.issues ?? [];
    this.specHash = spec.hash;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** Everything but the stack, for structured logs. */
  toJSON(): Record<string, unknown> {
    const { name, message, cause } = this;
    const facts = Object.fromEntries(Object.entries(this));
    const why = cause instanceof Error ? { cause: { name: cause.name, message: cause.message } } : {};
    return { name, message, ...facts, ...why };
  }
}

/** The credential is missing, wrong or no longer accepted, or the login was refused: obtain another one. */
export class AuthenticationError extends TicketApiError {
  static {
    AuthenticationError.prototype.name = "AuthenticationError";
  }
}

/** The credential is accepted but does not allow this: ask for more rights. */
export class PermissionError extends TicketApiError {
  static {
    PermissionError.prototype.name = "PermissionError";
  }
}

/** There is no such ticket or team, or the credential may not know of it. */
export class NotFoundError extends TicketApiError {
  static {
    NotFoundError.prototype.name = "NotFoundError";
  }
}

/** The request is wrong and will stay so: change it. `issues` names the failing fields. */
export class InvalidRequestError extends TicketApiError {
  static {
    InvalidRequestError.prototype.name = "InvalidRequestError";
  }
}

/** Too many requests: come back after `retryAfterMs`. Nothing was carried out. */
export class RateLimitError extends TicketApiError {
  static {
    RateLimitError.prototype.name = "RateLimitError";
  }
}

/** The service, or what stands in front of it, failed: try again later. The outcome of a write is unknown. */
export class ServiceError extends TicketApiError {
  static {
    ServiceError.prototype.name = "ServiceError";
  }
}

/** There was no answer: look at the network or the base URL. */
export class ConnectionError extends TicketApiError {
  static {
    ConnectionError.prototype.name = "ConnectionError";
  }
}

/** Which time limit a call ran into. */
export type TimeLimit = "head" | "idle" | "deadline";

/** A time limit passed: try again, or allow more time. The outcome of a write is unknown. */
export class RequestTimeoutError extends TicketApiError {
  static {
    RequestTimeoutError.prototype.name = "RequestTimeoutError";
  }
  readonly limit: TimeLimit;

  constructor(message: string, facts: ErrorFacts, limit: TimeLimit) {
    super(message, facts);
    this.limit = limit;
  }
}

/** An answer came but is no use: cut off, HTML, not JSON, or of another shape. The outcome of a write is unknown. */
export class InvalidResponseError extends TicketApiError {
  static {
    InvalidResponseError.prototype.name = "InvalidResponseError";
  }
}

/**
 * Whether a value is an error of this package, also when it was made by another copy of it.
 *
 * @example
 * if (isTicketApiError(error) && error.retryAfterMs !== undefined) …
 */
export function isTicketApiError(value: unknown): value is TicketApiError {
  return value instanceof Error && BRAND in value;
}
