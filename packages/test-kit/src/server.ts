import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { answer } from "./answer/answer.ts";
import { basePath } from "./answer/base-path.ts";
import { json } from "./answer/json-body.ts";
import type { ServiceRequest, ServiceResponse } from "./answer/service-messages.ts";
import type { DriftKind } from "./drift/drift-kind.ts";
import { type Answer, drifting } from "./drift/drifting.ts";
import type { TicketWorld } from "./world/ticket-world.ts";

export interface ServeOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`: nobody else can reach it. */
  readonly host?: string;
  /** In which ways answers depart from the spec, each here and there. Default: in none. */
  readonly drift?: readonly DriftKind[];
}

export interface TicketServer extends AsyncDisposable {
  /** The base URL for a client, such as `http://127.0.0.1:4010/f/api/v1`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends every connection, those with a request in progress too. */
  close(): Promise<void>;
}

/**
 * Serves a world over real HTTP, below `/f/api/v1` like the service.
 *
 * @throws when the address cannot be listened on; `cause` is Node's error with its `code`
 * @example
 * await using server = await serve(createTicketWorld());
 * await fetch(`${server.url}/support/ticket`, { headers: { authorization: "Bearer demo-token" } });
 */
export async function serve(world: TicketWorld, options: ServeOptions = {}): Promise<TicketServer> {
  const { port = 0, host = "127.0.0.1", drift = [] } = options;
  const reply = drift.length > 0 ? drifting(answer, { kinds: drift }) : answer;
  const server = createServer((incoming, outgoing) => {
    respond(reply, world, incoming, outgoing).catch((error) => breakOff(outgoing, error));
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

async function respond(
  reply: Answer,
  world: TicketWorld,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readAll(incoming);
  const response = body ? reply(world, plainRequest(incoming, body)) : tooLarge;
  if (typeof response.body === "string") {
    const length = Buffer.byteLength(response.body);
    outgoing.writeHead(response.status, { ...response.headers, "content-length": length }).end(response.body);
    return;
  }
  outgoing.writeHead(response.status, response.headers);
  // Pulls a piece only when the client has taken the one before, and stops when the client is gone.
  await pipeline(Readable.from(response.body), outgoing);
}

/** Mostly the client is gone. Else the mock itself is broken, and says so if it still can. */
function breakOff(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
  else
    outgoing.writeHead(500, { "content-type": "application/json" }).end(json({ detail: `The mock failed: ${error}` }));
}

function plainRequest(incoming: IncomingMessage, body: Uint8Array): ServiceRequest {
  const [path = "", query = ""] = splitOnce(incoming.url ?? "", "?");
  return {
    method: incoming.method ?? "GET",
    // A path outside of the base is none that the API has.
    path: path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : "",
    query,
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()])),
    body,
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** undefined when there is more than anybody should send. */
async function readAll(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    // Reads on, and forgets: a client that is still sending does not listen for an answer.
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MOST_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}

const MOST_BODY_BYTES = 10 * 1024 * 1024;

const tooLarge: ServiceResponse = {
  status: 413,
  headers: { "content-type": "application/json" },
  body: json({ detail: "Request Entity Too Large" }),
};
