import { readFileSync } from "node:fs";
import path from "node:path";
import { operations } from "@sitebay-tickets/contract";
import { createTicketWorld, type RequestLog, WorldSessions } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { afterAll, describe, expect, test } from "vitest";
import { closedPort } from "../test/support/closed-port.ts";
import type { Received } from "./everywhere/case.ts";
import { allCases } from "./everywhere/cases/all-cases.ts";
import { runtimes } from "./everywhere/runtimes.ts";

const rows: string[] = [];

describe.each(runtimes)("in $name", ({ name: runtime, isBrowser, run }) => {
  test("the client keeps every promise", async () => {
    const worlds = allCases.map((promise) => ({ promise, world: createTicketWorld({ faults: promise.faults ?? [] }) }));
    const sessions = new WorldSessions(createTicketWorld());
    for (const { promise, world } of worlds) sessions.set(promise.name, world);
    await using server = await serve(sessions);

    const { version, outcomes } = await run(server.url, `http://127.0.0.1:${await closedPort()}`);
    const kept = outcomes.filter(({ problem }) => problem === undefined);
    rows.push(`| ${runtime} | ${version} | ${kept.length} of ${allCases.length} |`);

    expect(outcomes.filter(({ problem }) => problem)).toEqual([]);
    expect(outcomes.map(({ name }) => name)).toEqual(allCases.map(({ name }) => name));
    const sent = new Map(outcomes.map((outcome) => [outcome.name, outcome.sent]));
    for (const { promise, world } of worlds) {
      const { name, receives } = promise;
      const received = receivedBy(world.requests);
      // A browser sends again by itself what broke on a kept connection; the client must not add to that.
      expect({ name, received }).toEqual({ name, received: isBrowser ? atLeast(receives) : receives });
      expect(sent.get(name), name).toBeLessThanOrEqual(totalOf(receives));
    }
  });
});

afterAll(() => {
  console.log(["| runtime | version | promises kept |", "| --- | --- | ---: |", ...rows].join("\n"));
});

test("no two promises have one name, and a header can carry each", () => {
  expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length);
  for (const { name } of allCases) expect(new Headers({ "x-mock-session": name }).get("x-mock-session")).toBe(name);
});

test("docs/client.md names these runtimes and no other", () => {
  const docs = readFileSync(path.join(import.meta.dirname, "../../../docs/client.md"), "utf8");
  const [, table = ""] = /^\| runtime .*\n\| ---.*\n((?:\|.*\n)+)/m.exec(docs) ?? [];
  const named = table.split("\n").flatMap((row) => row.split("|")[1]?.trim() || []);
  expect(named).toEqual(runtimes.map(({ name }) => name));
});

/** How many requests of each operation a world has received. */
function receivedBy(requests: RequestLog): Received {
  const counts = Object.values(operations).map(({ id }) => [id, requests.of(id).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function atLeast(received: Received) {
  return Object.fromEntries(
    Object.entries(received).map(([id, count]) => [id, expect.toSatisfy((actual: number) => actual >= count)]),
  );
}

function totalOf(received: Received): number {
  return Object.values(received).reduce((sum, count) => sum + count, 0);
}
