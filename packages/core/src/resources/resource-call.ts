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

/** How openapi-fetch hands out the body of a success. */
type BodyForm = "arrayBuffer" | "stream" | "text";

/** What a resource's method adds to the options of openapi-fetch's. */
interface Wire<ParseAs extends BodyForm> {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly parseAs: ParseAs;
  readonly redirect: "follow" | "manual";
  readonly signal: AbortSignal | null;
}

/** Starts one of openapi-fetch's requests with these options. */
type StartRequest<ParseAs extends BodyForm, Data> = (
  wire: Wire<ParseAs>,
) => Promise<{ readonly data?: Data | undefined; readonly error?: unknown; readonly response: Response }>;

/** A success whose body is not yet judged. */
export interface Answer<Data> {
  readonly call: Call;
  readonly response: Response;
  /** Undefined when there is no body. */
  readonly data: Data | undefined;
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
  /** Hands out a success as text. */
  text(id: OperationId, options: CallOptions | undefined, start: StartRequest<"text", string>): Promise<Answer<string>>;
  /** Hands out a success as the bytes that it came in. */
  bytes(
    id: OperationId,
    options: CallOptions | undefined,
    start: StartRequest<"arrayBuffer", ArrayBuffer>,
  ): Promise<Answer<ArrayBuffer>>;
  /** Hands out a success while its body arrives. */
  stream<Data>(
    id: OperationId,
    options: CallOptions | undefined,
    start: StartRequest<"stream", Data>,
  ): Promise<Answer<Data>>;
  /** Hands out a success as one value of the given shape. */
  value<T>(
    id: OperationId,
    options: CallOptions | undefined,
    shape: AnswerShape<T>,
    start: StartRequest<"text", string>,
  ): Promise<T>;
  /** As `value`, together with the answer. */
  received<T>(
    id: OperationId,
    options: CallOptions | undefined,
    shape: AnswerShape<T>,
    start: StartRequest<"text", string>,
  ): Promise<Received<T>>;
}

export function createResourceCall(
  send: (request: Request, options: Omit<SendOptions, "session">) => Promise<Exchange>,
  check: AnswerCheck,
): ResourceCall {
  async function receive<ParseAs extends BodyForm, Data>(
    id: OperationId,
    parseAs: ParseAs,
    options: CallOptions,
    start: StartRequest<ParseAs, Data>,
  ): Promise<Answer<Data>> {
    const { retry, timeouts, signal = null } = options;
    const { method } = operations[id];
    let exchange: Pick<Exchange, "call" | "mayHaveTakenEffect"> | undefined;
    const { data, error, response } = await start({
      fetch: async (request) => {
        const sent = await send(request, { body: parseAs === "stream" ? "stream" : "whole", retry, timeouts });
        exchange = sent;
        return sent.response;
      },
      parseAs,
      // Followed, a write would arrive elsewhere as a GET, and its answer pass for the write's.
      redirect: method === "GET" ? "follow" : "manual",
      signal,
    });
    // A middleware may answer in the service's place; then nothing was sent.
    const { call, mayHaveTakenEffect } = exchange ?? { call: neverSent(id, response), mayHaveTakenEffect: false };
    if (!response.ok && !foundAlreadyDone(method, response.status, mayHaveTakenEffect)) {
      throw responseError(call, response, error);
    }
    return { call, response, data };
  }

  const received: ResourceCall["received"] = async (id, options = {}, shape, start) => {
    const { call, response, data = "" } = await receive(id, "text", options, start);
    return { call, response, value: check(shape, parseJsonBody(call, response, data), call, response) };
  };

  return {
    check,
    text: (id, options = {}, start) => receive(id, "text", options, start),
    bytes: (id, options = {}, start) => receive(id, "arrayBuffer", options, start),
    stream: (id, options = {}, start) => receive(id, "stream", options, start),
    received,
    value: async (...request) => (await received(...request)).value,
  };
}

function neverSent(id: OperationId, { url }: Response): Call {
  const { method } = operations[id];
  return { operation: id, method, url, attempts: 0, redaction: new Redaction(), elapsedMs: () => 0 };
}
