import { once } from "node:events";
import { connect, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { createTicketWorld } from "../src/index.ts";
import { serve, type TicketServer } from "../src/server.ts";
import { describeService } from "./service-suite.ts";

let running: TicketServer | undefined;

describeService("over HTTP", {
  async start(world) {
    running = await serve(world);
    return running.url;
  },
  async stop() {
    await running?.close();
  },
});

const headers = { authorization: "Bearer demo-token" };

/** A world that counts how many of its listed tickets were taken, and tells when a list is left. */
function countedWorld(tickets: number) {
  const world = createTicketWorld({ tickets });
  const list = world.listTickets.bind(world);
  const count = { taken: 0 };
  const left = Promise.withResolvers<void>();
  world.listTickets = function* () {
    try {
      for (const ticket of list()) {
        count.taken += 1;
        yield ticket;
      }
    } finally {
      left.resolve();
    }
  };
  return { world, count, left: left.promise };
}

describe("the server", () => {
  test("serves nothing above its base path", async () => {
    await using server = await serve(createTicketWorld());
    const { origin } = new URL(server.url);
    for (const path of ["/", "/support/ticket", "/f/api/v1", "/f/api/v2/support/ticket"]) {
      const response = await fetch(origin + path, { headers });
      expect([response.status, await response.text()]).toEqual([404, '{"detail":"Not Found"}']);
    }
  });

  test("has its control API beside the base path, and lets no web page from elsewhere drive it", async () => {
    const world = createTicketWorld();
    await using server = await serve(world);
    expect(server.controlUrl).toBe(`${new URL(server.url).origin}/__mock`);
    const origin = "https://elsewhere.example";
    const preflight = { method: "OPTIONS", headers: { origin, "access-control-request-method": "PUT" } };
    const asked = await fetch(`${server.controlUrl}/scenarios/flaky`, preflight);
    const simple = { method: "POST", headers: { origin, "content-type": "text/plain" }, body: '{"kind":"drop"}' };
    const sent = await fetch(`${server.controlUrl}/faults`, simple);
    expect([asked.status, sent.status]).toEqual([405, 415]);
    for (const { headers } of [asked, sent, await fetch(`${server.controlUrl}/state`, { headers: { origin } })]) {
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    expect(world.faults.list()).toEqual([]);
    expect(world.requests.count).toBe(0);
    expect((await fetch(`${server.controlUrl}ery`)).status).toBe(404);
    const head = await fetch(`${server.controlUrl}?session=one`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("computes a long list no faster than the client reads it, and stops when the client leaves", async () => {
    const { world, count, left } = countedWorld(1_000_000);
    await using server = await serve(world);
    const response = await fetch(`${server.url}/support/ticket`, { headers });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await left;
    expect(count.taken).toBeLessThan(50_000);
  });

  test("outlives a client that breaks off in the middle of its request", async () => {
    await using server = await serve(createTicketWorld());
    const socket = connect(server.port, "127.0.0.1");
    await once(socket, "connect");
    socket.write("POST /f/api/v1/support/ticket HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    socket.destroy();
    await once(socket, "close");
    expect((await fetch(`${server.url}/support/ticket`, { headers })).status).toBe(200);
  });

  test("refuses a body that is too large", async () => {
    await using server = await serve(createTicketWorld());
    const body = "x".repeat(11 * 1024 * 1024);
    const response = await fetch(`${server.url}/support/ticket`, { method: "POST", headers, body });
    expect([response.status, await response.json()]).toEqual([413, { detail: "Request Entity Too Large" }]);
  });

  test("closes although a client is still reading, and may be closed twice", async () => {
    const server = await serve(createTicketWorld({ tickets: 1_000_000 }));
    const response = await fetch(`${server.url}/support/ticket`, { headers });
    await server.close();
    await server.close();
    await expect(response.text()).rejects.toThrow();
  });

  test("says that a port is taken, and by which address", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await expect(serve(createTicketWorld(), { port: port ?? 0 })).rejects.toThrow(
      `Cannot listen on 127.0.0.1:${port}: the port is in use`,
    );
    other.close();
  });
});
