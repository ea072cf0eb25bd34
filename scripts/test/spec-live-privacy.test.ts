import { createTicketWorld, type Profile } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { expect, test } from "vitest";
import { httpServer } from "../../packages/sync/test/support/http-server.ts";
import { liveReportOf, runSpecLive } from "./support/spec-live-command.ts";

const json = { "content-type": "application/json" };

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function expectNone(secrets: Iterable<string>, said: string): void {
  for (const secret of secrets) expect(said.includes(secret), `"${secret}" in ${said}`).toBe(false);
}

test.each<[Profile, "json" | "text"]>([
  ["realistic", "text"],
  ["realistic", "json"],
  ["nasty", "text"],
  ["nasty", "json"],
])("no text, address or id of %s tickets is in the report as %s", async (profile, format) => {
  const world = createTicketWorld({ seed: 4, tickets: 40, profile, faults: [{ kind: "drift" }] });
  await using server = await serve(world);
  const { code, stdout, stderr } = await runSpecLive(server.url, ["--format", format]);
  expect(code).toBe(1);
  const texts = new Set(textsIn([...world.listTickets()]).filter((text) => text.trim().length > 3));
  expect(texts.size).toBeGreaterThan(200);
  expectNone([...texts, "demo-token"], stdout + stderr);
});

test("names of fields that may be data are not printed, and stand together", async () => {
  const secrets = ["ada@example.com", "Ada Okafor", "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11"];
  const [ticket] = createTicketWorld({ tickets: 1 }).listTickets();
  const byAddress = Object.fromEntries(secrets.map((name) => [name, 1]));
  const byWord = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`Customer${i}`, 1]));
  const url = await listing([
    { ...ticket, ticket_replies: [], ...byAddress, priority: 1 },
    { ...ticket, ticket_replies: ticket?.ticket_replies.map((reply) => ({ ...reply, ...byWord })) },
  ]);
  const { report } = await liveReportOf(url);
  expectNone([...secrets, "priority", "Customer"], JSON.stringify(report));
  const unknown = report.departures.filter(
    ({ operation, kind }) => operation === "listTickets" && kind === "unknown-field",
  );
  expect(unknown.map(({ place, count }) => [place, count])).toEqual([
    ["/*/ticket_replies/*/(names that may be data)", 30 * (ticket?.ticket_replies.length ?? 0)],
    ["/*/(names that may be data)", 4],
  ]);
});

const canary = "Canary Customer <canary@example.com>";
const error = JSON.stringify({ detail: canary });

const byToken = { SITEBAY_TOKEN: "canary-token" };
const byPassword = { SITEBAY_USERNAME: "canary@example.com", SITEBAY_PASSWORD: "canary-password" };

test.each<[string, number, string, Record<string, string>, Record<string, string>?]>([
  ["a refusal that quotes them", 401, error, json],
  ["a login that quotes them", 400, error, json, byPassword],
  ["a login page that greets them", 200, `<html>${canary}</html>`, { "content-type": "text/html" }],
  ["a list that breaks off within them", 200, `[{"subject":"${canary}"},{"subject":"${canary}`, json],
  ["an element that is no JSON", 200, `[{"subject":${canary}}]`, json],
  ["a text", 200, canary, json],
  [
    "a rejection that quotes them",
    400,
    JSON.stringify({ detail: [{ loc: [canary], msg: canary, type: canary }] }),
    json,
  ],
  ["a redirect to them", 302, "", { location: `/users/${encodeURIComponent(canary)}` }],
  ["a missing page named after them", 404, error, json],
])("customers' data stays out of the failure that is %s", async (_, status, body, headers, environment = byToken) => {
  const url = await httpServer((_, outgoing) => outgoing.writeHead(status, headers).end(body));
  const { code, stdout, stderr } = await runSpecLive(url, [], environment);
  expect([code, stdout]).not.toEqual([0, ""]);
  expect(stderr).toMatch(/^spec:live: /);
  expect(stderr).not.toMatch(/canary/i);
});

test("what the service says in statuses, content types and ids that nobody foresaw stays out too", async () => {
  const list = JSON.stringify([{ id: canary, team_id: "canary-team", created_at: canary }, canary, [canary], null]);
  const url = await httpServer(({ url = "" }, outgoing) => {
    const [status, type, body] =
      url === "/support/ticket"
        ? [200, "application/json; for=canary", list]
        : url.endsWith("/reply")
          ? [404, `canary ${canary}`, error]
          : [418, "canary", error];
    outgoing.writeHead(status, { "content-type": type }).end(body);
  });
  for (const format of ["text", "json"]) {
    const { code, stdout, stderr } = await runSpecLive(url, ["--format", format]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/string instead of object/);
    expect(stdout).toMatch(/an odd content type instead of application\/json/);
    expect(stdout).not.toMatch(/canary/i);
  }
});

/** A service whose ticket list is this, and whose other answers are 404. */
function listing(tickets: readonly unknown[]): Promise<string> {
  return httpServer(({ url }, outgoing) => {
    const isList = url === "/support/ticket";
    outgoing.writeHead(isList ? 200 : 404, json).end(isList ? JSON.stringify(tickets) : '{"detail":"Not Found"}');
  });
}
