import { operations } from "@sitebay-tickets/contract";
import { describe, expect, test } from "vitest";
import { CoverageCollector } from "../src/coverage/coverage-collector.ts";
import { mergeCoverage, noCoverage, parseCoverage } from "../src/coverage/coverage-data.ts";
import { belowFloor, parseFloor } from "../src/coverage/coverage-floor.ts";
import { coverageReport } from "../src/coverage/coverage-report.ts";
import { coverageText } from "../src/coverage/coverage-text.ts";
import { createTicketWorld, exchange, offSpec, type TicketWorld } from "../src/index.ts";

const headers = { authorization: "Bearer demo-token", "content-type": "application/json" };

async function ask(
  world: TicketWorld,
  method: string,
  address: string,
  more: { headers?: object; body?: string } = {},
) {
  const [path = "", query = ""] = address.split("?");
  const body = new TextEncoder().encode(more.body);
  await exchange(world, { method, path, query, headers: { ...headers, ...more.headers }, body });
}

/** What a short conversation exercises. */
async function exercised() {
  const world = createTicketWorld();
  const collector = new CoverageCollector();
  const stop = collector.observe(world);
  const [ticket] = world.listTickets();
  const address = `/support/ticket/${ticket?.id}`;
  await ask(world, "GET", address);
  await ask(world, "GET", address, { headers: { authorization: "Bearer wrong" } });
  await ask(world, "GET", `${address}/reply?page=1&size=x&other=1`);
  await ask(world, "PATCH", address, { body: '{"openai_custom_instructions":null}' });
  world.faults.add({ kind: "serverError", status: 503, operation: "getTicket", times: 1 });
  world.faults.add({ kind: "drop", operation: "deleteTicket" });
  await ask(world, "GET", address, { headers: { authorization: "", cookie: "msb=demo-cookie" } });
  await ask(world, "DELETE", address);
  await ask(world, "GET", "/nowhere");
  world.override("listTickets", () => offSpec("a teapot", { status: 418, json: [] }));
  await ask(world, "GET", "/support/ticket");
  stop();
  await ask(world, "POST", "/support/ticket");
  return collector.data;
}

describe("coverage", () => {
  test("counts operations, statuses, parameters and credentials, as long as it observes", async () => {
    expect(await exercised()).toEqual({
      operations: {
        getTicket: { requests: 3, statuses: { 200: 1, 401: 1, 503: 1 }, parameters: {} },
        listTicketReplies: {
          requests: 1,
          statuses: { 422: 1 },
          parameters: { "query.page": 1, "query.size": 1, "query.other": 1 },
        },
        updateTicket: { requests: 1, statuses: { 200: 1 }, parameters: { "body.openai_custom_instructions": 1 } },
        deleteTicket: { requests: 1, statuses: {}, parameters: {} },
        listTickets: { requests: 1, statuses: { 418: 1 }, parameters: {} },
      },
      credentials: { key: 5, none: 1, cookie: 1 },
    });
  });

  test("adds up, in whichever order, and through JSON", async () => {
    const data = await exercised();
    const twice = mergeCoverage(data, parseCoverage(JSON.stringify(data)));
    expect(twice.operations.getTicket).toEqual({ requests: 6, statuses: { 200: 2, 401: 2, 503: 2 }, parameters: {} });
    expect(twice.credentials).toEqual({ key: 10, none: 2, cookie: 2 });
    expect(mergeCoverage(noCoverage, data)).toEqual(data);
    expect(mergeCoverage(data, noCoverage)).toEqual(data);
  });

  test.each([
    "",
    "[]",
    "{}",
    '{"operations":{},"credentials":{"key":"1"}}',
    '{"operations":{"getTicket":{}},"credentials":{}}',
  ])("is not read from %j", (text) => {
    expect(() => parseCoverage(text)).toThrow(SyntaxError);
  });
});

describe("the report of coverage", () => {
  test("holds what was counted against all that the spec has", async () => {
    const report = coverageReport(await exercised());
    expect(report.operations.map(({ operation }) => operation)).toEqual(Object.keys(operations));
    const byId = Object.fromEntries(report.operations.map((each) => [each.operation, each]));
    const get = Object.fromEntries(byId.getTicket?.statuses.map(({ name, count }) => [name, count]) ?? []);
    expect(get).toEqual({ 200: 1, 400: 0, 401: 1, 403: 0, 404: 0, 422: 0, 429: 0, "5XX": 1 });
    expect(byId.listTicketReplies?.parameters).toEqual([
      { name: "query.page", count: 1 },
      { name: "query.size", count: 1 },
    ]);
    expect(byId.createTicket?.parameters).toContainEqual({ name: "body.subject", count: 0 });
    expect(byId.listTickets?.undeclared).toEqual([{ name: "418", count: 1 }]);
    expect(report.percent.operations).toBe(Math.floor((5 / Object.keys(operations).length) * 100));
    expect(report.percent.credentials).toBe(75);
  });

  test("says hundred only when nothing is left", () => {
    const everything = Object.values(operations).map(({ id }) => [id, { requests: 1, statuses: {}, parameters: {} }]);
    const all = { ...noCoverage, operations: Object.fromEntries(everything) };
    expect(coverageReport(all).percent).toMatchObject({ operations: 100, statuses: 0, credentials: 0 });
    expect(coverageReport(noCoverage).percent.operations).toBe(0);
    const { login: _, ...others } = all.operations;
    expect(coverageReport({ ...all, operations: others }).percent.operations).toBeLessThan(100);
  });

  test("is told operation by operation, with what was never exercised in brackets", async () => {
    const text = coverageText(coverageReport(await exercised()));
    expect(text).toMatch(/^Coverage of the API: operations 55 %, statuses \d+ %, parameters \d+ %, credentials 75 %\n/);
    expect(text).toContain("  getTicket          200 (400) 401 (403) (404) (422) (429) 5XX\n");
    expect(text).toContain("                     query.page query.size\n");
    expect(text).toContain("  createTicket       never asked for\n");
    expect(text).toContain("                     not in the spec: 418\n");
    expect(text).toContain("  credentials        key (login) cookie none\n");
  });
});

describe("a floor", () => {
  test("is one for all aspects, or one for each", async () => {
    const report = coverageReport(await exercised());
    expect(belowFloor(report, parseFloor("0"))).toEqual([]);
    expect(belowFloor(report, parseFloor("100"))).toHaveLength(4);
    expect(belowFloor(report, parseFloor("operations=56, credentials=75"))).toEqual([
      "Coverage of operations is 55 %, less than 56 %.",
    ]);
  });

  test.each([
    ["", 'not ""'],
    ["101", 'not "101"'],
    ["-1", 'not "-1"'],
    ["many", 'not "many"'],
    ["operations=", 'not ""'],
    ["statusses=5", 'no coverage of "statusses"; there is of operations, statuses, parameters, credentials'],
  ])("%j is refused", (text, message) => {
    expect(() => parseFloor(text)).toThrow(message);
  });
});
