import { expect, test } from "vitest";
import { createTicketWorld, demoCredentials, exchange, type ServiceRequest } from "../src/index.ts";

const [account] = demoCredentials.accounts;

function request(method: string, path: string, more: Partial<ServiceRequest> & { text?: string } = {}): ServiceRequest {
  const { text = "", ...rest } = more;
  return { method, path, query: "", headers: {}, body: new TextEncoder().encode(text), ...rest };
}

const headers = { authorization: "Bearer demo-token", "content-type": "application/json", cookie: "" };

test("the log tells what was asked and what became of it", async () => {
  const world = createTicketWorld();
  const [ticket] = world.listTickets();
  const path = `/support/ticket/${ticket?.id}/reply`;
  await exchange(world, request("POST", path, { headers, query: "a=b", text: '{"description":"d"}' }));
  await exchange(world, request("PUT", "/support/ticket"));
  await exchange(world, request("GET", "/nowhere", { headers: { authorization: "Bearer wrong" }, text: "text" }));
  expect(JSON.parse(JSON.stringify([...world.requests]))).toEqual([
    {
      time: "2026-02-01T12:00:00.000Z",
      method: "POST",
      path,
      query: { a: "b" },
      headers: { "content-type": "application/json" },
      body: { description: "d" },
      operation: "createTicketReply",
      pathParameters: { ticket_id: ticket?.id },
      credential: "key",
      scope: "readwrite",
      status: 201,
      faults: [],
    },
    expect.objectContaining({ method: "PUT", status: 405, pathParameters: {} }),
    expect.objectContaining({ path: "/nowhere", status: 404, headers: {}, body: "text" }),
  ]);
  expect(world.requests.of("createTicketReply")).toHaveLength(1);
  expect(world.requests.count).toBe(3);
});

test("the log tells by which kind of credential a request came, and never which", async () => {
  const world = createTicketWorld();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const text = new URLSearchParams({ username: account.username, password: account.password }).toString();
  const { body } = await exchange(world, request("POST", "/auth/jwt/login", { headers: form, text }));
  const { access_token } = JSON.parse([...body].join(""));
  for (const credential of [
    { authorization: `Bearer ${access_token}` },
    { cookie: "msb=demo-cookie" },
    { authorization: "Bearer demo-read-token" },
    {},
  ]) {
    await exchange(world, request("GET", "/support/ticket", { headers: credential }));
  }
  expect([...world.requests].map(({ credential, scope }) => [credential, scope])).toEqual([
    [undefined, undefined],
    ["login", "readwrite"],
    ["cookie", "readwrite"],
    ["key", "read"],
    [undefined, undefined],
  ]);
  const shown = JSON.stringify([...world.requests]);
  for (const secret of [access_token, account.password, "demo-cookie", "demo-read-token"]) {
    expect(shown).not.toContain(secret);
  }
  expect(world.requests.of("login")[0]?.body).toEqual({ username: account.username, password: "[redacted]" });
});

test("the log tells whoever listens, until they stop, and forgets the oldest of very many", async () => {
  const world = createTicketWorld({ tickets: 0 });
  const heard: string[] = [];
  const stop = world.requests.subscribe(({ path }) => heard.push(path));
  await exchange(world, request("GET", "/first"));
  stop();
  for (let i = 0; i < 20_000; i += 1) await exchange(world, request("GET", `/${i}`));
  expect(heard).toEqual(["/first"]);
  expect(world.requests.count).toBe(20_001);
  const kept = [...world.requests];
  expect(kept.length).toBeLessThan(20_000);
  expect(kept.length).toBeGreaterThanOrEqual(10_000);
  expect(kept.at(-1)?.path).toBe("/19999");
  world.requests.clear();
  expect([...world.requests]).toEqual([]);
});
