import { once } from "node:events";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { listeningError } from "./server/listening-error.ts";
import { requestListener } from "./server/request-listener.ts";
import { type ServerAddress, serverAddress } from "./server/server-address.ts";
import type { TicketWorld } from "./world/ticket-world.ts";
import { sessionsOf, type WorldSessions } from "./world/world-sessions.ts";

// An `import` would load all that the module can export, the client of fetch too, and double the time to start.
const { createServer } = process.getBuiltinModule("node:http");

export interface ServeOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`: nobody else can reach it. */
  readonly host?: string;
}

export interface TicketServer extends ServerAddress, AsyncDisposable {
  /** Stops listening and ends every connection, those with a request in progress too. */
  close(): Promise<void>;
}

/**
 * Serves a world over real HTTP, below `/f/api/v1` like the service. Requests that carry the header
 * `x-mock-session` go to a world of that session's own. Below `/__mock` there are a control API, for
 * programs in any language, and a page for people.
 *
 * @throws when the address cannot be listened on; `cause` is Node's error with its `code`
 * @example
 * await using server = await serve(createTicketWorld());
 * await fetch(`${server.url}/support/ticket`, { headers: { authorization: "Bearer demo-token" } });
 */
export async function serve(worlds: TicketWorld | WorldSessions, options: ServeOptions = {}): Promise<TicketServer> {
  const { port = 0, host = "127.0.0.1" } = options;
  const server = createServer(requestListener(sessionsOf(worlds)));
  server.listen(port, host);
  await once(server, "listening").catch((cause) => {
    throw listeningError(host, port, cause);
  });

  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  // Of a server that listens on a port the address is never a path, nor null.
  return { ...serverAddress(host, server.address() as AddressInfo), close, [Symbol.asyncDispose]: close };
}
