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

/** What the service says, not yet written out. */
export interface ServiceResponse {
  readonly status: number;
  /** Names in lower case. There is no `content-length`: that is for the transport to tell. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ResponseBody;
}

/** One JSON value; a JSON array whose items are computed when it is their turn; or any text. */
export type ResponseBody =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "list"; readonly items: Iterable<unknown> }
  | { readonly kind: "text"; readonly text: string };
