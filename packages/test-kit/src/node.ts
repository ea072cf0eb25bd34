import { type SetupServer, setupServer } from "msw/node";
import { type HandlerOptions, handlers } from "./msw.ts";
import { watchWorlds } from "./network/watch-worlds.ts";
import type { TicketWorld } from "./world/ticket-world.ts";
import type { WorldSessions } from "./world/world-sessions.ts";

/** msw's server, listening, with what tells whether all went well. */
export interface TicketSetupServer extends SetupServer, Disposable {
  /**
   * @throws Error that lists, since the last call, the requests that no handler takes, each with the
   * closest handler, and the answers that break the spec, those of `server.use(…)` included
   */
  assertClean(): Promise<void>;
}

/**
 * Answers the requests of this process as the service would, from now on until it is closed or
 * disposed of. Requests to this machine that no handler takes pass; others are answered with 501.
 *
 * @example
 * using server = setupTicketServer(createTicketWorld());
 * const tickets = await createTicketClient({ auth: bearer("demo-token") }).tickets.list();
 * await server.assertClean();
 */
export function setupTicketServer(
  worlds: TicketWorld | WorldSessions,
  options: HandlerOptions = {},
): TicketSetupServer {
  const own = handlers(worlds, options);
  const server = setupServer(...own);
  const { onUnhandledFrame, assertClean } = watchWorlds(server, { worlds, own, tellsLate: false, ...options });
  server.listen({ onUnhandledFrame });
  return Object.assign(server, { assertClean, [Symbol.dispose]: () => server.close() });
}
