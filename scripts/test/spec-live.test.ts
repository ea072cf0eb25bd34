import { readFileSync } from "node:fs";
import { type OperationId, operations } from "@sitebay-tickets/contract";
import { operationSchemas } from "@sitebay-tickets/contract/schemas";
import { createTicketWorld, type DriftKind, driftKinds, type TicketWorld } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { describe, expect, test } from "vitest";
import type { LiveReport } from "../src/live/live-report.ts";
import { specFile } from "../src/repository.ts";
import { differences } from "./support/differences.ts";
import { liveReportOf, runSpecLive } from "./support/spec-live-command.ts";

const headers = { authorization: "Bearer demo-token" };
const SAMPLE = 12;

/** The addresses that the check reads where it expects a success, with the ids that the list gives. */
async function addresses(url: string): Promise<[OperationId, string][]> {
  const response = await fetch(`${url}/support/ticket`, { headers });
  const list = (await response.json()) as Readonly<Record<string, unknown>>[];
  const sample = (field: string) =>
    [...new Set(list.map((ticket) => ticket[field]))].filter((id) => /^.{8}-/.test(String(id))).slice(0, SAMPLE);
  const known = { "{ticket_id}": sample("id"), "{team_id}": sample("team_id") };

  return Object.values(operations)
    .filter(({ method }) => method === "GET")
    .flatMap(({ id, path }) => {
      const [parameter, values = []] = Object.entries(known).find(([name]) => path.includes(name)) ?? [];
      const unknown = "00000000-0000-4000-8000-000000000000";
      const paths = parameter ? [...values, unknown].map((value) => path.replace(parameter, String(value))) : [path];
      const isPaged = operationSchemas[id].parameters.some(({ name }) => name === "page");
      const beyond = isPaged ? [`${paths[0]}?page=1000000`] : [];
      return [...paths, ...beyond].map((address): [OperationId, string] => [id, address]);
    });
}

async function answerOf(url: string, address: string) {
  const response = await fetch(url + address, { headers });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

/** What the check should find at a service, counted: by comparing its answers with those of the same world as it is. */
async function expectedFindings(world: TicketWorld, url: string): Promise<Record<string, number>> {
  await using honest = await serve(world);
  const found: Record<string, number> = {};
  for (const [operation, address] of await addresses(url)) {
    const [before, after] = await Promise.all([answerOf(honest.url, address), answerOf(url, address)]);
    for (const each of departuresOf(before, after)) {
      const key = `${operation} ${after.status} ${each}`;
      found[key] = (found[key] ?? 0) + 1;
    }
  }
  return found;
}

type Answer = Awaited<ReturnType<typeof answerOf>>;

function departuresOf(before: Answer, after: Answer): string[] {
  if (after.status !== before.status) return ["undocumented-status "];
  if (after.type !== before.type) return ["undocumented-content-type "];
  return differences(JSON.parse(before.text), JSON.parse(after.text));
}

function findings({ departures, naiveTimes }: LiveReport): Record<string, number> {
  return Object.fromEntries([
    ...departures.map(({ operation, status, kind, place, count }) => [
      `${operation} ${status} ${kind} ${place}`,
      count,
    ]),
    ...naiveTimes.map(({ operation, status, place, count }) => [`${operation} ${status} naive-time ${place}`, count]),
  ]);
}

/** What a kind of drift is called when it is found. */
const foundAs: Readonly<Record<DriftKind, string>> = {
  "unknown-field": "unknown-field",
  "wrong-type": "wrong-type",
  null: "null",
  "missing-field": "missing-field",
  "broken-format": "broken-format",
  "naive-time": "naive-time",
  "odd-status": "undocumented-status",
  html: "undocumented-content-type",
};

/** Its list's address is none of those that `odd-status` and `html` hit, so that there are ids to go on with. */
const world = createTicketWorld({ seed: 4, tickets: 60 });

/** The same world, but that it departs from the spec in these ways. */
function drifting(...drifts: DriftKind[]): TicketWorld {
  return createTicketWorld({ seed: 4, tickets: 60, faults: [{ kind: "drift", drifts }] });
}

describe("a service that keeps to the spec", () => {
  test("fits, and the report says what was read, how often and with which answer", async () => {
    await using server = await serve(world);
    const { code, report } = await liveReportOf(server.url, "--sample", "7");
    expect(code).toBe(0);
    expect(report).toMatchObject({ service: server.url, fits: true, departures: [], naiveTimes: [], notRead: [] });
    const reads = report.reads.map(({ operation, how, status, answers }) => [operation, how, status, answers]);
    expect(reads).toContainEqual(["listTickets", "as it is", 200, 1]);
    expect(reads).toContainEqual(["getTicket", "a known ticket_id", 200, 7]);
    expect(reads).toContainEqual(["getTicket", "an unknown ticket_id", 404, 1]);
    expect(reads).toContainEqual(["getTicket", "a malformed ticket_id", 422, 1]);
    expect(reads).toContainEqual(["listTicketReplies", "a known ticket_id", 200, 7]);
    expect(reads).toContainEqual(["listTicketReplies", "page 1000000", 200, 1]);
    expect(reads).toContainEqual(["listTicketReplies", "size 101", 422, 1]);
    for (const { id, method, secured } of Object.values(operations)) {
      const readAnonymously = reads.filter(([operation, how]) => operation === id && how === "without a credential");
      expect(readAnonymously).toEqual(method === "GET" && secured ? [[id, "without a credential", 401, 1]] : []);
    }
    expect(report.reads.find(({ operation, status }) => operation === "listTickets" && status === 200)).toMatchObject({
      elements: 60,
    });
  });

  test("fits also when its texts are nasty; naive times are told, and are no departure", async () => {
    await using server = await serve(createTicketWorld({ tickets: 3, profile: "nasty" }));
    const list = (await (await fetch(`${server.url}/support/ticket`, { headers })).json()) as { created_at: string }[];
    const naive = list.filter(({ created_at }) => !/(?:Z|[+-]\d\d:\d\d)$/.test(created_at)).length;
    const { code, report } = await liveReportOf(server.url);
    expect([code, report.fits]).toEqual([0, true]);
    expect(report.naiveTimes).toContainEqual({
      operation: "listTickets",
      status: 200,
      place: "/*/created_at",
      count: naive,
      outOf: 3,
    });
    expect(naive).toBeGreaterThan(0);
  });

  test("is told in a text that ends with the verdict", async () => {
    await using server = await serve(world);
    const { code, stdout, stderr } = await runSpecLive(server.url);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^http:\S+ held against openapi\/tickets\.yaml/);
    expect(stdout).toMatch(/listTickets +as it is +200 +once +60 elements/);
    expect(stdout).toMatch(/\nThe service fits openapi\/tickets\.yaml\.\n$/);
  });

  test("of an account without tickets nothing is read that needs an id, and the report says so", async () => {
    await using server = await serve(createTicketWorld({ tickets: 0 }));
    const { code, report } = await liveReportOf(server.url);
    expect(code).toBe(0);
    expect(report.notRead).toContainEqual({
      operation: "getTicket",
      failed: false,
      says: "not read, because no answer held a ticket_id",
    });
  });
});

describe("a service that departs from the spec", () => {
  test.each(driftKinds)("by %s alone: exactly that is found, as often as it is there", async (kind) => {
    await using server = await serve(drifting(kind));
    const expected = await expectedFindings(world, server.url);
    const { code, report } = await liveReportOf(server.url, "--sample", String(SAMPLE));
    expect(findings(report)).toEqual(expected);
    const kinds = new Set(Object.keys(expected).map((key) => key.split(" ")[2]));
    expect(kinds).toEqual(new Set([foundAs[kind]]));
    expect(code).toBe(kind === "naive-time" ? 0 : 1);
  });

  test("in every way at once: all of it is found, with an example, and the line of the spec that says otherwise", async () => {
    await using server = await serve(drifting(...driftKinds));
    const list: unknown = await (await fetch(`${server.url}/support/ticket`, { headers })).json();
    const { code, report } = await liveReportOf(server.url, "--sample", String(SAMPLE));
    expect(code).toBe(1);
    expect(findings(report)).toEqual(await expectedFindings(world, server.url));

    const spec = readFileSync(specFile, "utf8").split("\n");
    const inList = report.departures.filter(({ operation }) => operation === "listTickets");
    expect(inList.length).toBeGreaterThan(10);
    for (const { kind, place, example, spec: line, count, outOf } of inList) {
      expect(example.pointer.replaceAll(/\/\d+/g, "/*")).toBe(place);
      const steps = example.pointer.split("/").slice(1);
      const last = steps.pop() ?? "";
      const holder = steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], list);
      expect(Object.hasOwn(holder as object, last), example.pointer).toBe(kind !== "missing-field");
      const declared = kind === "unknown-field" ? /^ {4}\w+:$/ : new RegExp(`^ +${last}:$`);
      expect(spec[Number(line.split(":")[1]) - 1]).toMatch(declared);
      expect(outOf).toBeGreaterThanOrEqual(count);
    }
    expect(inList.find(({ place }) => place === "/*/unannounced")?.outOf).toBe(60);
  });

  test("is told in a text with the most frequent first, and what to do", async () => {
    await using server = await serve(drifting("unknown-field", "null"));
    const { code, stdout } = await runSpecLive(server.url, ["--sample", "1"]);
    expect(code).toBe(1);
    const [, listed = ""] = /Departures\n {2}listTickets 200\n(.*?)\n {2}getTicket/s.exec(stdout) ?? [];
    const counts = [...listed.matchAll(/^ +(\d+) of \d+ {2}/gm)].map(([, count]) => Number(count));
    expect(counts.length).toBeGreaterThan(2);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(stdout).toMatch(
      /\n\d+ departures from \d+ lines of openapi\/tickets\.yaml: propose an edit, or record the point in openapi\/curation\.yaml\.\n$/,
    );
  });
});
