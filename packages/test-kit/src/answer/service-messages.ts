/** A request as `answer` takes it, whatever it came through. */
export interface ServiceRequest {
  readonly method: string;
  /** Below the service's base URL, still percent-encoded: `/support/ticket`. */
  readonly path: string;
  /** What follows the question mark; empty when there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array | undefined;
}

/** What the service says. */
export interface ServiceResponse {
  readonly status: number;
  /** Names in lower case. There is no `content-length`: that is for the transport to tell. */
  readonly headers: Readonly<Record<string, string>>;
  /** A long list comes in pieces, each computed when it is asked for. */
  readonly body: string | Iterable<string>;
}
