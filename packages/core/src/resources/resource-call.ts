import { type OperationId, operations } from "@sitebay-tickets/contract";
import type { AnswerCheck } from "../answers/answer-check.ts";
import type { AnswerShape } from "../answers/answer-shape.ts";
import { parseJsonBody } from "../answers/json-body.ts";
import { responseError } from "../answers/response-error.ts";
import type { CallOptions } from "../call-options.ts";
import type { Call } from "../transport/call.ts";
import { Redaction } from "../transport/redaction.ts";
import { foundAlreadyDone } from "../transport/retry-policy.ts";
import type { Exchange, SendOptions } from "../transport/transport.ts";

/** What a resource's method adds to the options of openapi-fetch's. */
interface Wire {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The body is left to us: a whole one is here already. */
  readonly parseAs: "stream";
  readonly redirect: "follow" | "manual";
  readonly signal: AbortSignal | null;
}

/** Starts one of openapi-fetch's requests with these options. */
type StartRequest = (wire: Wire) => Promise<{ readonly error?: unknown; readonly response: Response }>;

/** A success whose body is not yet judged. */
export interface Answer<Body> {
  readonly call: Call;
  readonly response: Response;
  readonly body: Body;
}

/** A success that was judged, and the answer that it came in. */
export interface Received<T> {
  readonly call: Call;
  readonly response: Response;
  readonly value: T;
}

/**
 * How the methods of a resource reach the service: through openapi-fetch, over the client's transport,
 * with the options of the call. Every failure is a TicketApiError, or the reason of the caller's signal.
 */
export interface ResourceCall {
  readonly check: AnswerCheck;
  /** Hands out a success as the bytes that it came in. */
  bytes(id: OperationId, options: CallOptions | undefined, start: StartRequest): Promise<Answer<Uint8Array>>;
  /** Hands out a success while its body arrives; null when there is none. */
  stream(
    id: OperationId,
    options: CallOptions | undefined,
    start: StartRequest,
  ): Promise<Answer<ReadableStream<Uint8Array> | null>>;
  /** Hands out a success as one value of the given shape. */
  value<T>(id: OperationId, options: CallOptions | undefined, shape: AnswerShape<T>, start: StartRequest): Promise<T>;
  /** As `value`, together with the answer. */
  received<T>(
    id: OperationId,
    options: CallOptions | undefined,
    shape: AnswerShape<T>,
    start: StartRequest,
  ): Promise<Received<T>>;
}

export function createResourceCall(
  send: (request: Request, options: Omit<SendOptions, "session">) => Promise<Exchange>,
  check: AnswerCheck,
): ResourceCall {
  async function receive(id: OperationId, body: SendOptions["body"], options: CallOptions, start: StartRequest) {
    const { retry, timeouts, signal = null } = options;
    const { method } = operations[id];
    let exchange: Exchange | undefined;
    const { error, response } = await start({
      fetch: async (request) => {
        exchange = await send(request, { body, retry, timeouts });
        return exchange.response;
      },
      parseAs: "stream",
      // Followed, a write would arrive elsewhere as a GET, and its answer pass for the write's.
      redirect: method === "GET" ? "follow" : "manual",
      signal,
    });
    // A middleware may answer in the service's place; then nothing was sent.
    const { call, mayHaveTakenEffect } = exchange ?? { call: neverSent(id, response), mayHaveTakenEffect: false };
    if (!response.ok && !foundAlreadyDone(method, response.status, mayHaveTakenEffect)) {
      throw responseError(call, response, error);
    }
    return { call, response, exchange };
  }

  const bytes: ResourceCall["bytes"] = async (id, options = {}, start) => {
    const { call, response, exchange } = await receive(id, "whole", options, start);
    // A deletion that found nothing was done before; what it was told now has been read as an error's.
    if (!response.ok) return { call, response, body: new Uint8Array() };
    // A middleware may have put another answer in the place of the one that came.
    const came = exchange?.response === response ? exchange.body : undefined;
    return { call, response, body: came ?? new Uint8Array(await response.arrayBuffer()) };
  };

  const received: ResourceCall["received"] = async (id, options, shape, start) => {
    const { call, response, body } = await bytes(id, options, start);
    return { call, response, value: check(shape, parseJsonBody(call, response, body), call, response) };
  };

  return {
    check,
    bytes,
    async stream(id, options = {}, start) {
      const { call, response } = await receive(id, "stream", options, start);
      return { call, response, body: response.body };
    },
    received,
    value: async (...request) => (await received(...request)).value,
  };
}

function neverSent(id: OperationId, { url }: Response): Call {
  const { method } = operations[id];
  return { id: 0, operation: id, method, url, attempts: 0, redaction: new Redaction(), elapsedMs: () => 0 };
}
