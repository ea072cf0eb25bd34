import { type OperationId, operations } from "@sitebay-tickets/contract";
import { type Credentials, createTicketClient } from "@sitebay-tickets/core";
import { readOnlyFetch } from "./read-only-fetch.ts";

/** What to ask for. */
export interface ReadRequest {
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Whether to say who asks. */
  readonly withCredential: boolean;
}

/** What came, whatever its status. */
export interface Received {
  readonly status: number;
  /** The content type without its parameters, in lower case; empty when none was named. */
  readonly contentType: string;
  readonly body: ReceivedBody;
}

export type ReceivedBody =
  /** A success: read it, or cancel it. */
  | { readonly kind: "stream"; readonly stream: ReadableStream<Uint8Array> | null }
  /** Anything else, read already. A string is a text that is no JSON, or might as well not be. */
  | { readonly kind: "value"; readonly value: unknown };

/** @throws TicketApiError when no answer came, and the reason of the signal */
export type ServiceReader = (request: ReadRequest) => Promise<Received>;

/** The list comes whole, so the service may collect all of it before it sends the first byte. */
const TIMEOUTS = { headMs: 240_000, deadlineMs: 300_000 };

const anonymous: Credentials = () => async () => ({ headers: {}, secrets: [] });

/** openapi-fetch's GET, of which only what this file needs: here the path is a variable. */
type Get = (
  path: string,
  options: {
    readonly params: { readonly path: ReadRequest["path"]; readonly query: ReadRequest["query"] };
    readonly parseAs: "stream";
    readonly signal: AbortSignal;
  },
) => Promise<{
  readonly data?: ReadableStream<Uint8Array> | null;
  readonly error?: unknown;
  readonly response: Response;
}>;

/**
 * Reads the service through the client, retries and time limits included, and never does anything
 * but read.
 *
 * @param baseUrl without a slash at its end
 * @param onWait told how long it waits before it tries again
 */
export function createServiceReader(
  baseUrl: string,
  auth: Credentials,
  signal: AbortSignal,
  onWait: (delayMs: number) => void,
): ServiceReader {
  const connect = (auth: Credentials): Get => {
    const client = createTicketClient({
      baseUrl,
      auth,
      fetch: readOnlyFetch(baseUrl),
      timeouts: TIMEOUTS,
      onEvent: (event) => event.type === "retry" && onWait(event.delayMs),
    });
    return client.raw.GET as Get;
  };
  const known = connect(auth);
  const unknown = connect(anonymous);

  return async ({ operation, path, query, withCredential }) => {
    const get = withCredential ? known : unknown;
    const { data, error, response } = await get(operations[operation].path, {
      params: { path, query },
      parseAs: "stream",
      signal,
    });
    return {
      status: response.status,
      contentType: (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "",
      body: response.ok ? { kind: "stream", stream: data ?? null } : { kind: "value", value: error },
    };
  };
}
