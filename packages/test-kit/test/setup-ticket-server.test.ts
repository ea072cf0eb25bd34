import { once } from "node:events";
import { createServer } from "node:http";
import { HttpResponse, http, passthrough } from "msw";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTicketWorld, offSpec, type TicketWorld, WorldSessions } from "../src/index.ts";
import { setupTicketServer, type TicketSetupServer } from "../src/node.ts";
import { serve } from "../src/server.ts";

const address = "https://my.sitebay.org/f/api/v1/support/ticket";
const headers = { authorization: "Bearer demo-token" };

describe("setupTicketServer", () => {
  let world: TicketWorld;
  let server: TicketSetupServer;

  beforeEach(() => {
    world = createTicketWorld({ tickets: 2 });
    server = setupTicketServer(world);
  });
  afterEach(() => {
    server.close();
  });

  test("answers as the world does, and finds nothing wrong with it", async () => {
    expect(await (await fetch(address, { headers })).json()).toEqual([...world.listTickets()]);
    expect((await fetch(address)).status).toBe(401);
    await server.assertClean();
  });

  test("names the closest handler of a request that none takes, once", async () => {
    expect((await fetch(`${address}s`, { headers })).status).toBe(404);
    expect((await fetch("https://other.example/", { headers })).status).toBe(501);
    await expect(server.assertClean()).rejects.toThrow(
      /^No handler takes GET https:\/\/my\.sitebay\.org\/f\/api\/v1\/support\/tickets\. The closest one is .* \(listTickets\)\. .*\nNo handler takes GET https:\/\/other\.example\/\. /,
    );
    await server.assertClean();
  });

  test("judges what a handler of the test's own answers, and logs the request", async () => {
    server.use(http.post(address, async ({ request }) => HttpResponse.json(await request.json(), { status: 201 })));
    await fetch(address, { method: "POST", headers, body: '{"subject":"s"}' });
    await expect(server.assertClean()).rejects.toThrow(
      "An answer of createTicket with status 201 breaks the spec: must have required property",
    );
    expect([...world.requests].map(({ operation, status, body }) => ({ operation, status, body }))).toEqual([
      { operation: "createTicket", status: 201, body: { subject: "s" } },
    ]);
    await server.assertClean();
  });

  test("lets a handler of the test's own depart from the spec on purpose", async () => {
    server.use(http.get(address, () => offSpec("numbers to come", HttpResponse.json([1]))));
    await fetch(address, { headers });
    await server.assertClean();
    expect(world.judgements.offSpec).toEqual([{ operation: "listTickets", status: 200, reason: "numbers to come" }]);
  });

  test("judges no handler that breaks the connection or answers for another service", async () => {
    server.use(
      http.get(address, () => HttpResponse.error()),
      http.get("https://other.example/", () => HttpResponse.json(1)),
    );
    await expect(fetch(address, { headers })).rejects.toThrow();
    expect(await (await fetch("https://other.example/")).json()).toBe(1);
    await server.assertClean();
  });

  test("lets requests to this machine pass", async () => {
    const other = createServer((_, response) => response.end("mine")).listen(0, "127.0.0.1");
    await once(other, "listening");
    await using served = await serve(world);
    const own = other.address();
    const port = typeof own === "object" ? own?.port : undefined;
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("mine");
    expect((await fetch(`${served.url}/support/ticket`, { headers })).status).toBe(200);
    await server.assertClean();
    other.close();
  });

  test("lets pass what a handler passes through", async () => {
    await using elsewhere = await serve(world);
    server.use(http.get("*/support/*", () => passthrough()));
    expect((await fetch(`${elsewhere.url}/support/ticket`, { headers })).status).toBe(200);
    await server.assertClean();
  });
});

describe("where it is", () => {
  test("is for the caller to say", async () => {
    using server = setupTicketServer(createTicketWorld({ tickets: 2 }), { baseUrl: "http://tickets.example/api/" });
    const response = await fetch("http://tickets.example/api/support/ticket", { headers });
    expect(await response.json()).toHaveLength(2);
    expect((await fetch("http://tickets.example/support/ticket")).status).toBe(501);
    await expect(server.assertClean()).rejects.toThrow(
      "The closest one is GET http://tickets.example/api/support/ticket (listTickets).",
    );
  });

  test("there may be many worlds, whose violations are all told", async () => {
    const sessions = new WorldSessions(createTicketWorld({ tickets: 1 }));
    using server = setupTicketServer(sessions);
    sessions.world("a").override("listTickets", () => offSpec("", { status: 200, json: [] }));
    await fetch(address, { headers: { ...headers, "x-mock-session": "a" } });
    expect([sessions.main.requests.count, sessions.world("a").requests.count]).toEqual([0, 1]);
    server.use(http.get(address, () => HttpResponse.json([{}])));
    await fetch(address, { headers: { ...headers, "x-mock-session": "b" } });
    await expect(server.assertClean()).rejects.toThrow(
      "An answer of listTickets with status 200 breaks the spec at /0",
    );
  });

  test("is left when it is disposed of", () => {
    const before = globalThis.fetch;
    {
      using _server = setupTicketServer(createTicketWorld());
      expect(globalThis.fetch).not.toBe(before);
    }
    expect(globalThis.fetch).toBe(before);
  });
});
