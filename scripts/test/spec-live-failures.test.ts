import { createTicketWorld } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { httpServer, unusedAddress } from "../../packages/sync/test/support/http-server.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";
import { runSpecLive, startSpecLive } from "./support/spec-live-command.ts";

const token = { SITEBAY_TOKEN: "demo-token" };
const json = { "content-type": "application/json" };

test.each([
  ["no credentials", [], {}, /^spec:live: No credentials: set one of SITEBAY_TOKEN,/],
  [
    "a user name alone",
    [],
    { SITEBAY_USERNAME: "ada" },
    /^spec:live: SITEBAY_USERNAME is set, but SITEBAY_PASSWORD is not/,
  ],
  [
    "a base URL that is none",
    ["--base-url", "localhost:4010"],
    token,
    /^spec:live: --base-url is localhost:4010, but an address/,
  ],
  [
    "a base URL with a password",
    ["--base-url", "http://ada:secret@localhost"],
    token,
    /^spec:live: --base-url holds a user name/,
  ],
  ["an unknown option", ["--base", "http://localhost"], token, /^spec:live: unknown option '--base'/],
  ["a word too many", ["http://localhost"], token, /^spec:live: too many arguments/],
  [
    "a sample that is no number",
    ["--sample", "all"],
    token,
    /^spec:live: option '--sample <count>' argument 'all' is invalid/,
  ],
  ["a sample of none", ["--sample", "0"], token, /It must be a whole number from 1 to 999999\.$/],
  ["an unknown format", ["--format", "yaml"], token, /Allowed choices are text, json\.$/],
])("refuses %s with one line, and sends nothing", async (_, args, environment, message) => {
  const { code, stdout, stderr } = await startSpecLive(args, environment).ended;
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr.trimEnd()).toMatch(message);
  expect(stderr.trimEnd()).not.toContain("\n");
  expect(stderr).not.toContain("secret");
});

describe("when there is nothing to hold against the spec, it says why", () => {
  test.each<[string, () => Promise<string>, Record<string, string>, number, RegExp]>([
    ["the service is down", unusedAddress, token, 5, /got no answer after 4 attempts \(connection refused\)/],
    ["the token is wrong", mock, { SITEBAY_TOKEN: "wrong" }, 4, /\(status 401\): check the credential/],
    [
      "the login is refused",
      mock,
      { SITEBAY_USERNAME: "ada@example.com", SITEBAY_PASSWORD: "wrong" },
      4,
      /^spec:live: POST \S+\/auth\/jwt\/login was answered with status 400\.$/m,
    ],
    [
      "the credential may not read",
      () => always(403, "{}"),
      token,
      4,
      /\(status 403\): use a credential with more rights/,
    ],
    [
      "the base URL has a slip",
      async () => `${await mock()}x`,
      token,
      2,
      /v1x\/support\/ticket found nothing \(status 404\): check the base URL\.\nThe address comes from/,
    ],
    [
      "the service sends elsewhere",
      () => always(301, "", { location: "http://elsewhere.example" }),
      token,
      6,
      /was redirected \(status 301\)/,
    ],
    [
      "a portal answers with HTML",
      () => always(200, "<!doctype html><p>Sign in</p>", { "content-type": "text/html" }),
      token,
      6,
      /was answered with HTML instead of JSON \(status 200\)/,
    ],
    ["the answer is empty", () => always(200, ""), token, 6, /was answered with an empty body/],
    ["the answer is no JSON", () => always(200, "Hello"), token, 6, /was answered with something that is not JSON/],
    [
      "the list breaks off",
      () => always(200, '[{"id":"1"},{"id":'),
      token,
      6,
      /was answered with a list that breaks off after 1 of its elements/,
    ],
    [
      "an element is no JSON",
      () => always(200, '[{"id":"1"},{"id":x}]'),
      token,
      6,
      /was answered with a list that breaks off after 0 of its elements/,
    ],
    [
      "there were too many requests",
      () => always(429, "{}", { "retry-after": "3600" }),
      token,
      5,
      /\(status 429\): try again later/,
    ],
    ["the service is busy", () => always(400, "{}"), token, 5, /was rejected \(status 400\): try again later/],
  ])("%s", async (_, service, environment, exitCode, message) => {
    const { code, stdout, stderr } = await runSpecLive(await service(), [], environment);
    expect([code, stdout]).toEqual([exitCode, ""]);
    expect(stderr).toMatch(/^spec:live: (?:GET|POST) http:\S+ /);
    expect(stderr).toMatch(message);
  });

  function always(status: number, body: string, headers: Record<string, string> = json): Promise<string> {
    return httpServer((_, outgoing) => outgoing.writeHead(status, headers).end(body));
  }

  async function mock(): Promise<string> {
    const server = await serve(createTicketWorld({ tickets: 1 }));
    onTestFinished(() => server.close());
    return server.url;
  }
});

test("a token that expires on the way ends the check", async () => {
  await using mock = await serve(createTicketWorld({ tickets: 3 }));
  const list = await (
    await fetch(`${mock.url}/support/ticket`, { headers: { authorization: "Bearer demo-token" } })
  ).text();
  const url = await httpServer(({ url }, outgoing) => {
    const [status, body] = url === "/support/ticket" ? [200, list] : [401, '{"detail":"Unauthorized"}'];
    outgoing.writeHead(status, json).end(body);
  });
  const { code, stdout, stderr } = await runSpecLive(url);
  expect([code, stdout]).toEqual([4, ""]);
  expect(stderr).toContain("/support/ticket/{ticket_id} was refused (status 401)");
});

test("Ctrl-C ends it at once, also within the list", async () => {
  const reading = Promise.withResolvers<void>();
  const url = await httpServer((_, outgoing) => {
    outgoing.writeHead(200, json).write('[{"id":"1"},');
    reading.resolve();
  });
  const { process, ended } = startSpecLive(["--base-url", url], token);
  await reading.promise;
  process.kill("SIGINT");
  expect(await ended).toEqual({ code: 130, stdout: "", stderr: "spec:live: Interrupted.\n" });
});

test("a spec that was edited without `pnpm generate` is not held against anything", async () => {
  const copy = new RepositoryCopy();
  copy.edit("openapi/tickets.yaml", "messages_remaining:", "messages_left:");
  const { code, stdout, stderr } = await startSpecLive([], token, copy.root).ended;
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(
    "spec:live: openapi/tickets.yaml has changed since the code was generated: run `pnpm generate` first.\n",
  );
});
