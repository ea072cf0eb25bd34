import type { UnhandledFrameHandle } from "msw";
import { HttpNetworkFrame } from "msw/experimental";
import type { SetupServer } from "msw/node";
import { routeOf } from "../answer/route.ts";
import { corsHeaders, preflight } from "../exchange/cors.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { handledRoutes, type MswHandler } from "./handled-routes.ts";
import { noteOverride } from "./note-override.ts";
import { serviceRequest } from "./service-request.ts";
import type { Traffic } from "./traffic.ts";
import { unhandledRequest, unhandledText } from "./unhandled-request.ts";

/** Whose a request is: which world answers it, and where to note what goes wrong. */
export interface Owner {
  readonly world: TicketWorld;
  readonly traffic: Traffic;
}

/** What msw asks about a request that no handler takes. */
export type OnUnhandledFrame = Exclude<UnhandledFrameHandle, string>;

export interface Watch {
  /** Whether the handler is a world's, which judges and logs by itself. */
  readonly isWorlds: (handler: MswHandler) => boolean;
  /** undefined when the request is nobody's. */
  readonly ownerOf: (request: Request) => Owner | undefined;
  /** Whether a client may have its answer before msw tells of it, as in a browser. */
  readonly tellsLate: boolean;
}

/**
 * Notes requests that no handler takes, and judges what a test's own handlers answer in a world's
 * place. A request below the base URL that is no operation is answered by the world, with 404 or 405;
 * one to this machine passes; one to anywhere else gets a 501 that says what is wrong.
 *
 * @returns msw's `onUnhandledFrame`
 */
export function watchNetwork(
  msw: Pick<SetupServer, "events" | "listHandlers">,
  { isWorlds, ownerOf, tellsLate }: Watch,
): OnUnhandledFrame {
  const overridden = new Map<string, Overridden>();

  msw.events.on("request:start", ({ requestId, request }) => {
    if (msw.listHandlers().every(isWorlds)) return;
    const owner = ownerOf(request);
    // Cloned now: a handler may read the body.
    if (owner?.traffic.covers(request.url)) {
      overridden.set(requestId, { owner, request: request.clone(), response: Promise.withResolvers() });
    }
  });
  msw.events.on("request:match", ({ requestId, request, handler }) => {
    const override = overridden.get(requestId);
    if (!isWorlds(handler)) {
      if (override && tellsLate) override.owner.traffic.judge(judge(override));
      return;
    }
    overridden.delete(requestId);
    const owner = ownerOf(request);
    if (owner && !isOperation(request, owner)) note(owner, request, msw);
  });
  msw.events.on("response:mocked", ({ requestId, response }) => {
    const override = overridden.get(requestId);
    if (!override) return;
    overridden.delete(requestId);
    override.response.resolve(response.clone());
    if (!tellsLate) override.owner.traffic.judge(judge(override));
  });

  msw.events.on("response:bypass", ({ requestId }) => {
    overridden.delete(requestId);
  });

  return async ({ frame }) => {
    if (!(frame instanceof HttpNetworkFrame)) return;
    const { request } = frame.data;
    const owner = ownerOf(request);
    if (!owner || isOwnMachine(new URL(request.url))) return;
    // msw answers with a response that is thrown here.
    throw await refusal(request, () => note(owner, request, msw));
  };
}

interface Overridden {
  readonly owner: Owner;
  readonly request: Request;
  readonly response: PromiseWithResolvers<Response>;
}

async function judge({ owner: { world, traffic }, request, response }: Overridden): Promise<void> {
  await noteOverride(world, await serviceRequest(request, traffic.basePath), await response.promise);
}

function isOperation({ method, url }: Request, { traffic }: Owner): boolean {
  const path = new URL(url).pathname.slice(traffic.basePath.length);
  return method === "OPTIONS" || routeOf({ path, method }).operation !== undefined;
}

/** @returns the sentence that says it */
function note({ traffic }: Owner, request: Request, msw: Pick<SetupServer, "listHandlers">): string {
  const unhandled = unhandledRequest(request, handledRoutes(msw.listHandlers()));
  traffic.unhandled.push(unhandled);
  return unhandledText(unhandled, traffic.baseUrl);
}

/** Readable across origins, preflights included: the page is to see the sentence, not a CORS error. */
async function refusal(request: Request, detail: () => string): Promise<Response> {
  const asked = await serviceRequest(request.clone(), "");
  const permission = preflight(asked);
  const headers = { ...permission?.headers, ...corsHeaders(asked) };
  return permission
    ? new Response(null, { status: permission.status, headers })
    : Response.json({ detail: detail() }, { status: 501, headers });
}

/** What a test serves itself, and what a page loads from its own server. */
function isOwnMachine({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname.startsWith("127.") || hostname === "[::1]";
}
