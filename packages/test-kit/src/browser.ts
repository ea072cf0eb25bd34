import { type SetupWorker, setupWorker } from "msw/browser";
import { type HandlerOptions, handlers } from "./msw.ts";
import { watchWorlds } from "./network/watch-worlds.ts";
import type { TicketWorld } from "./world/ticket-world.ts";
import type { WorldSessions } from "./world/world-sessions.ts";

export interface TicketWorkerOptions extends HandlerOptions {
  /** Where the page's server has msw's worker, which `msw init` puts there. Default `/mockServiceWorker.js`. */
  readonly workerUrl?: string;
}

/** msw's worker, started, with what tells whether all went well. */
export interface TicketSetupWorker extends SetupWorker, AsyncDisposable {
  /**
   * @throws Error that lists, since the last call, the requests that no handler takes, each with the
   * closest handler, and the answers that break the spec, those of `worker.use(…)` included
   */
  assertClean(): Promise<void>;
}

/**
 * Answers the requests of this page as the service would, from now on until it is stopped or
 * disposed of. Requests to this machine that no handler takes pass; others are answered with 501.
 *
 * @throws when the worker cannot be registered, mostly because `msw init` was not run
 * @example
 * await setupTicketWorker(createTicketWorld(), { baseUrl: "/f/api/v1" });
 * await createTicketClient({ baseUrl: "/f/api/v1", auth: bearer("demo-token") }).tickets.list();
 */
export async function setupTicketWorker(
  worlds: TicketWorld | WorldSessions,
  { workerUrl = "/mockServiceWorker.js", ...options }: TicketWorkerOptions = {},
): Promise<TicketSetupWorker> {
  const own = handlers(worlds, options);
  const worker = setupWorker(...own);
  const { onUnhandledFrame, assertClean } = watchWorlds(worker, { worlds, own, tellsLate: true, ...options });
  await worker.start({ quiet: true, onUnhandledFrame, serviceWorker: { url: workerUrl } });
  return Object.assign(worker, { assertClean, [Symbol.asyncDispose]: async () => worker.stop() });
}
