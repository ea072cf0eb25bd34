import { operations } from "@sitebay-tickets/contract";
import { createTicketWorld, demoCredentials } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { describe, expect, test } from "vitest";
import { httpServer } from "../../packages/sync/test/support/http-server.ts";
import { ReadOnlyError, readOnlyFetch } from "../src/live/read-only-fetch.ts";
import { runSpecLive } from "./support/spec-live-command.ts";

const baseUrl = "https://service.example/f/api/v1";

/** A fetch that only reads, and what got through it. */
function watched() {
  const sent: Request[] = [];
  const fetch = readOnlyFetch(baseUrl, async (request) => {
    sent.push(request);
    return new Response();
  });
  return { fetch, sent };
}

describe("the fetch that only reads", () => {
  test.each(Object.values(operations))(
    "lets $method $path through only when it reads, or logs in",
    async (operation) => {
      const { fetch, sent } = watched();
      const url = baseUrl + operation.path.replaceAll(/\{\w+\}/g, "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11");
      const body = operation.method === "GET" ? {} : { body: "{}" };
      const attempt = fetch(new Request(url, { method: operation.method, ...body }));
      if (operation.method === "GET" || operation.id === "login") {
        await attempt;
        expect(sent.map(({ method, url }) => [method, url])).toEqual([[operation.method, url]]);
      } else {
        await expect(attempt).rejects.toThrow(ReadOnlyError);
        expect(sent).toEqual([]);
      }
    },
  );

  test.each([
    ["PUT", `${baseUrl}/support/ticket`],
    ["HEAD", `${baseUrl}/support/ticket`],
    ["OPTIONS", `${baseUrl}/support/ticket`],
    ["purge", `${baseUrl}/support/ticket`],
    ["PATCH", `${baseUrl}/auth/jwt/login`],
    ["POST", `${baseUrl}/auth/jwt/login/`],
    ["POST", `${baseUrl}/auth/jwt/login?next=/support/ticket`],
    ["POST", `${baseUrl}/support/../auth/jwt/logout`],
    ["POST", "https://elsewhere.example/f/api/v1/auth/jwt/login"],
    ["POST", "http://service.example/f/api/v1/auth/jwt/login"],
    ["GET", "https://elsewhere.example/f/api/v1/support/ticket"],
    ["GET", "https://service.example/f/api/v1.elsewhere/support/ticket"],
    ["GET", `${baseUrl}/../../../admin`],
  ])("throws at %s %s before anything is sent", async (method, url) => {
    const { fetch, sent } = watched();
    await expect(fetch(new Request(url, { method }))).rejects.toThrow(ReadOnlyError);
    expect(sent).toEqual([]);
  });

  test("follows no redirect", async () => {
    const { fetch, sent } = watched();
    await fetch(new Request(`${baseUrl}/support/ticket`, { redirect: "follow" }));
    expect(sent.map(({ redirect }) => redirect)).toEqual(["manual"]);
  });
});

test.each([
  ["a token", { SITEBAY_TOKEN: "demo-token" }, []],
  [
    "a password",
    { SITEBAY_USERNAME: "ada@example.com", SITEBAY_PASSWORD: demoCredentials.accounts[0].password },
    ["POST /auth/jwt/login"],
  ],
])("with %s a whole check sends nothing but GET, and what logs in", async (_, environment, others) => {
  await using mock = await serve(createTicketWorld({ tickets: 5 }));
  const sent: string[] = [];
  const url = await httpServer(async (incoming, outgoing) => {
    const { method = "", url = "" } = incoming;
    sent.push(`${method} ${url}`);
    const body = method === "GET" ? {} : { body: Buffer.concat(await incoming.toArray()) };
    const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
      ["authorization", "content-type"].includes(name) ? values.map((value): [string, string] => [name, value]) : [],
    );
    const response = await fetch(mock.url + url, { method, headers, ...body });
    outgoing.writeHead(response.status, { "content-type": "application/json" }).end(await response.text());
  });
  expect(await runSpecLive(url, [], environment)).toMatchObject({ code: 0 });
  expect(sent.length).toBeGreaterThan(15);
  expect(sent.filter((request) => !request.startsWith("GET "))).toEqual(others);
});
