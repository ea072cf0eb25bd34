import { getEventListeners, once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { TicketClient, TicketClientOptions } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { someTickets } from "./support/tickets.ts";

const EACH = 250;
const tickets = someTickets(40);
const halfAList = JSON.stringify(tickets).slice(0, -9);
const reason = new Error("The user went away.");

/** What the service does with a request, and what then is done by whoever asked, whose signal is aborted with `abort`. */
const ways: Readonly<
  Record<
    string,
    {
      answer(response: ServerResponse, abort: () => void): void;
      ask(client: TicketClient, id: string, signal: AbortSignal): Promise<unknown>;
      abortsOnRetry?: boolean;
    }
  >
> = {
  "aborted while the service thinks": {
    answer: (_, abort) => abort(),
    ask: (client, id, signal) => client.replies.list(id, {}, { signal }),
  },
  "aborted while it waits before a retry": {
    answer: (response) => response.writeHead(503, { "Retry-After": "60" }).end(),
    ask: (client, id, signal) => client.replies.list(id, {}, { signal }),
    abortsOnRetry: true,
  },
  "aborted while a body arrives": {
    answer: (response, abort) =>
      response.writeHead(200, { "Content-Type": "application/json" }).write(halfAList, () => abort()),
    ask: (client, id, signal) => client.replies.list(id, {}, { signal }),
  },
  "a stream that was left half-read": {
    answer: (response) => response.writeHead(200, { "Content-Type": "application/json" }).write(halfAList),
    async ask(client, id, signal) {
      client.raw.use({ onRequest: ({ request }) => new Request(request, { headers: headersWith(request, id) }) });
      for await (const ticket of client.tickets.stream({ signal })) if (ticket.id === tickets[3]?.id) throw reason;
    },
  },
};

function headersWith(request: Request, id: string): Headers {
  const headers = new Headers(request.headers);
  headers.set("x-request", id);
  return headers;
}

function timers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
}

test("a thousand requests that were aborted or left leave no open socket, timer or listener", async () => {
  const aborts = new Map<string, () => void>();
  // Connections that carried a request: Node's fetch makes others in advance, whoever uses it.
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(`${request.url} ${request.headers["x-request"]}`)?.[0] ?? "";
    // Else a connection that is kept for the next request would pass for one that was forgotten.
    response.shouldKeepAlive = false;
    open.add(request.socket);
    request.socket.once("close", () => open.delete(request.socket));
    wayOf.get(id)?.answer(response, () => aborts.get(id)?.());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const wayOf = new Map<string, (typeof ways)[string]>();
  const before = timers();
  // One signal for all, as a program has one for its end.
  const shutdown = new AbortController();

  for (const [name, way] of Object.entries(ways)) {
    const calls = Array.from({ length: EACH }, () => async () => {
      const id = crypto.randomUUID();
      const own = new AbortController();
      const abort = () => own.abort(reason);
      wayOf.set(id, way);
      aborts.set(id, abort);
      const client = connect(
        { baseUrl: `http://127.0.0.1:${port}/f/api/v1` },
        { onEvent: ({ type }) => way.abortsOnRetry && type === "retry" && setImmediate(abort) },
      );
      await expect(way.ask(client, id, AbortSignal.any([own.signal, shutdown.signal])), name).rejects.toBe(reason);
    });
    while (calls.length > 0) await Promise.all(calls.splice(0, 25).map((call) => call()));
  }

  for (const socket of open) await new Promise((resolve) => socket.once("close", resolve));
  expect(aborts.size).toBe(4 * EACH);
  expect(timers()).toBeLessThanOrEqual(before);
  expect(getEventListeners(shutdown.signal, "abort")).toEqual([]);
  server.closeAllConnections();
  server.close();
});

// Node's fetch forgets whom an abort is for when it collects garbage before the answer has begun.
test.each<[string, Partial<TicketClientOptions>]>([
  ["the global fetch", {}],
  ["a fetch of the caller's", { fetch: (request) => globalThis.fetch(request) }],
])("an abort ends the connection, also when garbage was collected meanwhile, with %s", async (_, options) => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const sockets: Socket[] = [];
  const arrived = Promise.withResolvers<void>();
  const server = createServer(({ socket }) => {
    if (sockets.push(socket) === 10) arrived.resolve();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const controller = new AbortController();
  const client = connect({ baseUrl: `http://127.0.0.1:${port}/f/api/v1` }, options);
  const calls = Array.from({ length: 10 }, () =>
    expect(client.tickets.list({ signal: controller.signal })).rejects.toBe(reason),
  );
  await arrived.promise;
  for (let round = 0; round < 5; round += 1) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve));
  }
  const closed = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
  controller.abort(reason);
  await Promise.all([...calls, ...closed]);
  server.closeAllConnections();
  server.close();
});
