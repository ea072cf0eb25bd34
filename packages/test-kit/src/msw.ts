import { type OperationId, operations, spec } from "@sitebay-tickets/contract";
import { type HttpHandler, HttpResponse, http } from "msw";
import type { Delivery } from "./exchange/delivery.ts";
import { disturbedBody } from "./exchange/disturbed-body.ts";
import { exchange } from "./exchange/exchange.ts";
import { until } from "./exchange/until.ts";
import type { Disturbance } from "./faults/disturbance.ts";
import { serviceRequest } from "./network/service-request.ts";
import type { TicketWorld } from "./world/ticket-world.ts";
import { sessionsOf, type WorldSessions } from "./world/world-sessions.ts";

export interface HandlerOptions {
  /** Where the service is. Default: its real address. In a browser a path will do. */
  readonly baseUrl?: string;
}

/**
 * msw handlers that answer as the service would: one per operation, so that `server.use` can put
 * another one before any of them, and a last one for all else below the base URL (404, 405, CORS
 * preflights).
 *
 * @example setupServer(...handlers(createTicketWorld()))
 */
export function handlers(worlds: TicketWorld | WorldSessions, options: HandlerOptions = {}): HttpHandler[] {
  const byOperation = operationHandlers(worlds, options);
  return [...Object.values(byOperation), http.all(`${baseUrlOf(options)}/*`, resolver(worlds, options))];
}

/**
 * The handlers of the operations, by operation, for who wants some of them only.
 *
 * @example server.use(operationHandlers(otherWorld).listTickets)
 */
export function operationHandlers(
  worlds: TicketWorld | WorldSessions,
  options: HandlerOptions = {},
): Readonly<Record<OperationId, HttpHandler>> {
  const resolve = resolver(worlds, options);
  const entries = Object.values(operations).map(({ id, method, path }) => {
    const address = `${baseUrlOf(options)}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
    return [id, http[mswMethods[method]](address, resolve)] as const;
  });
  // One for each operation that there is.
  return Object.fromEntries(entries) as Record<OperationId, HttpHandler>;
}

const mswMethods = {
  DELETE: "delete",
  GET: "get",
  HEAD: "head",
  OPTIONS: "options",
  PATCH: "patch",
  POST: "post",
  PUT: "put",
} as const;

function baseUrlOf({ baseUrl = spec.baseUrl }: HandlerOptions): string {
  return baseUrl.replace(/\/+$/, "");
}

function resolver(worlds: TicketWorld | WorldSessions, options: HandlerOptions) {
  const sessions = sessionsOf(worlds);
  // The base matters for relative URLs only, whose path is all that is asked for.
  const basePath = new URL(baseUrlOf(options), "http://localhost").pathname.replace(/\/$/, "");
  return async ({ request, cookies }: { request: Request; cookies: Record<string, string> }) => {
    const plain = await serviceRequest(request, basePath, cookies);
    return respond(await exchange(sessions.of(plain), plain), request.signal);
  };
}

async function respond({ status, headers, body, disturbance }: Delivery, gone: AbortSignal): Promise<Response> {
  if (disturbance?.headAfterMs !== undefined) await until(disturbance.headAfterMs, gone);
  if (disturbance?.isDropped || gone.aborted) return HttpResponse.error();
  if (body === "") return new HttpResponse(null, { status, headers });
  if (disturbance || typeof body !== "string") {
    const stream = disturbance ? disturbedStream(body, disturbance) : byteStream(body);
    // Without it, a connection that breaks off would pass for the end of the body.
    return new HttpResponse(stream, { status, headers: { ...headers, "transfer-encoding": "chunked" } });
  }
  const bytes = new TextEncoder().encode(body);
  // Counted here: a length that is not the body's leaves the client waiting for ever.
  return new HttpResponse(bytes, { status, headers: { ...headers, "content-length": String(bytes.length) } });
}

/** Takes a piece from the list only when the reader asks for one. */
function byteStream(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel() {
      iterator.return?.();
    },
  });
}

function disturbedStream(body: string | Iterable<string>, disturbance: Disturbance): ReadableStream<Uint8Array> {
  const left = new AbortController();
  const bytes = disturbedBody(body, disturbance, left.signal);
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        // An error at once would take the bytes along that were handed over and not yet read.
        await new Promise((resolve) => setTimeout(resolve));
        controller.error(error);
      }
    },
    cancel: () => left.abort(),
  });
}
