import { operations, spec } from "@sitebay-tickets/contract";
import { type HttpHandler, HttpResponse, http } from "msw";
import { answer } from "./answer/answer.ts";
import type { ServiceRequest, ServiceResponse } from "./answer/service-messages.ts";
import type { TicketWorld } from "./world/ticket-world.ts";

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
export function handlers(world: TicketWorld, options: HandlerOptions = {}): HttpHandler[] {
  const baseUrl = baseUrlOf(options);
  const resolve = resolver(world, options);
  const byOperation = Object.values(operations).map(({ method, path }) =>
    http[mswMethods[method]](`${baseUrl}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, resolve),
  );
  return [...byOperation, http.all(`${baseUrl}/*`, resolve)];
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

function resolver(world: TicketWorld, options: HandlerOptions) {
  // The base matters for relative URLs only, whose path is all that is asked for.
  const basePath = new URL(baseUrlOf(options), "http://localhost").pathname.replace(/\/$/, "");
  return async ({ request, cookies }: { request: Request; cookies: Record<string, string> }) => {
    return response(answer(world, await plainRequest(request, cookies, basePath)));
  };
}

async function plainRequest(
  request: Request,
  cookies: Record<string, string>,
  basePath: string,
): Promise<ServiceRequest> {
  const url = new URL(request.url);
  // In a browser pages cannot see the Cookie header; msw knows the cookies nevertheless.
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
  return {
    method: request.method,
    path: url.pathname.slice(basePath.length),
    query: url.search.slice(1),
    headers: { cookie, ...Object.fromEntries(request.headers) },
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

function response({ status, headers, body }: ServiceResponse): HttpResponse<ReadableStream | Uint8Array> {
  if (typeof body !== "string") return new HttpResponse(byteStream(body), { status, headers });
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
