import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basePath } from "./base-path.ts";
import { exchange } from "./exchange/exchange.ts";
import { readRequest } from "./server/incoming-request.ts";
import { sendDelivery } from "./server/send-delivery.ts";
import type { TicketWorld } from "./world/ticket-world.ts";
import { sessionsOf, type WorldSessions } from "./world/world-sessions.ts";

export interface ServeOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`: nobody else can reach it. */
  readonly host?: string;
}

export interface TicketServer extends AsyncDisposable {
  /** The base URL for a client, such as `http://127.0.0.1:4010/f/api/v1`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends every connection, those with a request in progress too. */
  close(): Promise<void>;
}

/**
 * Serves a world over real HTTP, below `/f/api/v1` like the service. Requests that carry the header
 * `x-mock-session` go to a world of that session's own.
 *
 * @throws when the address cannot be listened on; `cause` is Node's error with its `code`
 * @example
 * await using server = await serve(createTicketWorld());
 * await fetch(`${server.url}/support/ticket`, { headers: { authorization: "Bearer demo-token" } });
 */
export async function serve(worlds: TicketWorld | WorldSessions, options: ServeOptions = {}): Promise<TicketServer> {
  const { port = 0, host = "127.0.0.1" } = options;
  const sessions = sessionsOf(worlds);
  const server = createServer((incoming, outgoing) => {
    respond(sessions, incoming, outgoing).catch((error) => breakOff(outgoing, error));
  });
  server.listen(port, host);
  await once(server, "listening").catch((cause) => {
    throw new Error(`Cannot listen on ${host}:${port}: ${reasons[cause.code] ?? cause.message}.`, { cause });
  });

  // Of a server that listens on a port the address is never a path, nor null.
  const address = server.address() as AddressInfo;
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://${address.family === "IPv6" ? `[${host}]` : host}:${address.port}${basePath}`,
    port: address.port,
    close,
    [Symbol.asyncDispose]: close,
  };
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is in use; choose another one, or 0 for any that is free",
  EACCES: "not allowed; ports below 1024 are often reserved",
  EADDRNOTAVAIL: "this machine has no such address",
  ENOTFOUND: "no such host",
};

async function respond(sessions: WorldSessions, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = await readRequest(incoming, basePath);
  if (!request) sendJson(outgoing, 413, { detail: "Request Entity Too Large" });
  else await sendDelivery(await exchange(sessions.of(request), request), outgoing);
}

/** Mostly the client is gone. Else the mock itself is broken, and says so if it still can. */
function breakOff(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
  else sendJson(outgoing, 500, { detail: `The mock failed: ${error}` });
}

function sendJson(outgoing: ServerResponse, status: number, value: unknown): void {
  outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
