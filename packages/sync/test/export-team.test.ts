import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { bearer } from "@sitebay-tickets/core";
import { createTicketWorld, demoCredentials, type TicketWorld } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { describe, expect, test } from "vitest";
import { type ExportProgress, exportTickets } from "../src/export-tickets.ts";
import type { Manifest } from "../src/output/manifest.ts";
import { type CommandResult, runCommand, startCommand } from "./support/command.ts";
import { httpServer } from "./support/http-server.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const [{ token }, reader] = demoCredentials.keys;
const TEAM = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";
const OTHER_TEAM = "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11";

/** Runs `sitebay-tickets export` into a folder. */
function runExport(out: string, baseUrl: string, ...args: string[]): Promise<CommandResult> {
  return runCommand(["export", "--out", out, "--base-url", baseUrl, ...args], { SITEBAY_TOKEN: token });
}

const read = (out: string, name: string) => readFileSync(path.join(out, "latest", name), "utf8");
const manifestOf = (out: string) => JSON.parse(read(out, "manifest.json")) as Manifest;
const linesOf = (out: string) => read(out, "tickets.ndjson").trimEnd().split("\n");
const idsOf = (out: string) => linesOf(out).map((line) => (JSON.parse(line) as { id: string }).id);
const runsIn = (out: string) => readdirSync(path.join(out, "runs"));

/** A world in which a team has as many tickets as are asked for, beside those of others. */
function worldWithTeam(count: number): TicketWorld {
  const world = createTicketWorld({ tickets: 3 });
  for (let i = 0; i < count; i += 1) world.createTicket({ subject: `${i}`, description: "d", team_id: TEAM });
  return world;
}

/** Changes a world before it answers with a page. */
function beforePage(world: TicketWorld, wanted: number, change: () => void): void {
  const list = world.listTeamTickets.bind(world);
  let asked = 0;
  world.listTeamTickets = (id, request) => {
    asked += 1;
    if (asked === wanted) change();
    return list(id, request);
  };
}

describe("the tickets of one team", () => {
  test("are those of the whole export that are the team's, byte for byte, whatever they hold", async () => {
    const world = createTicketWorld({ tickets: 2_500, profile: "nasty" });
    const [first] = world.listTickets();
    const team = first?.team_id ?? "";
    const [whole, part] = [temporaryFolder(), temporaryFolder()];
    await using server = await serve(world);
    expect(await runExport(whole, server.url)).toMatchObject({ code: 0 });
    const result = await runExport(part, server.url, "--team", team.toUpperCase(), "--format", "json,csv");
    expect(result).toMatchObject({ code: 0, stdout: "" });

    const expected = linesOf(whole).filter((line) => (JSON.parse(line) as { team_id: string }).team_id === team);
    expect(expected.length).toBeGreaterThan(150);
    expect(linesOf(part)).toEqual(expected);
    expect(read(part, "tickets.json")).toBe(`[\n${expected.join(",\n")}\n]\n`);
    expect(result.stderr).toContain(`Exported ${expected.length} tickets of team ${team} in `);
    expect(manifestOf(part)).toMatchObject({ team, counts: { tickets: expected.length }, drift: { tickets: 0 } });
    expect(manifestOf(whole)).toMatchObject({ team: null });
  });

  test("keep the digits and the notation that they came in", async () => {
    const ticket = '{ "id" : "a", "messages_remaining":12345678901234567890,"created_at":"\\u0032026" }';
    const page = `{"count": 1,\n "results" : [\n ${ticket} ], "offset":0, "limit":100, "next":null, "previous":null}`;
    const out = temporaryFolder();
    const baseUrl = await httpServer((_, response) => response.end(page));
    expect(await runExport(out, baseUrl, "--team", TEAM)).toMatchObject({ code: 0 });
    expect(read(out, "tickets.ndjson")).toBe(`${ticket}\n`);
    expect(read(out, "tickets.csv")).toContain("12345678901234567890");
  });

  test("may be read with a key that only reads", async () => {
    const out = temporaryFolder();
    await using server = await serve(worldWithTeam(2));
    const args = ["export", "--out", out, "--base-url", server.url, "--team", TEAM];
    expect(await runCommand(args, { SITEBAY_TOKEN: reader.token })).toMatchObject({ code: 0 });
    expect(linesOf(out)).toHaveLength(2);
  });

  test("may be none at all, which is said", async () => {
    const world = worldWithTeam(1);
    for (const { id } of world.listTickets()) world.deleteTicket(id);
    const out = temporaryFolder();
    await using server = await serve(world);
    const result = await runExport(out, server.url, "--team", TEAM);
    expect(result.code).toBe(0);
    expect(result.stderr).toContain("The team has no tickets. If it should have some, check its id.");
    expect(read(out, "tickets.json")).toBe("[]\n");
    expect(manifestOf(out).counts).toEqual({ tickets: 0 });
  });

  test("are counted on the way, out of as many as there are", async () => {
    await using server = await serve(worldWithTeam(250));
    const progress: ExportProgress[] = [];
    const onProgress = (now: ExportProgress) => progress.push(now);
    await exportTickets({ baseUrl: server.url, auth: bearer(token), out: temporaryFolder(), team: TEAM, onProgress });
    expect(progress.map(({ tickets, total }) => [tickets, total])).toEqual([
      [100, 250],
      [200, 250],
      [250, 250],
    ]);
  });
});

describe("a team's tickets that change while they are exported", () => {
  test("are complete, each once, when others are deleted before them", async () => {
    const world = worldWithTeam(250);
    const before = [...world.listTickets()].filter(({ team_id }) => team_id === TEAM).map(({ id }) => id);
    beforePage(world, 2, () => {
      for (const id of before.slice(10, 15)) world.deleteTicket(id);
    });
    const out = temporaryFolder();
    await using server = await serve(world);
    expect(await runExport(out, server.url, "--team", TEAM)).toMatchObject({ code: 0 });
    expect(idsOf(out).toSorted()).toEqual(before.toSorted());
  });

  test("are complete, each once, when others are opened", async () => {
    const world = worldWithTeam(250);
    beforePage(world, 3, () => world.createTicket({ subject: "new", description: "d", team_id: TEAM }));
    const out = temporaryFolder();
    await using server = await serve(world);
    expect(await runExport(out, server.url, "--team", TEAM)).toMatchObject({ code: 0 });
    const expected = [...world.listTickets()].filter(({ team_id }) => team_id === TEAM).map(({ id }) => id);
    expect(idsOf(out)).toEqual(expected);
    expect(expected).toHaveLength(251);
  });

  test("are not published when some are deleted again and again", async () => {
    const world = worldWithTeam(250);
    const doomed = [...world.listTickets()].filter(({ team_id }) => team_id === TEAM).map(({ id }) => id);
    for (const page of [2, 5, 8]) beforePage(world, page, () => world.deleteTicket(doomed.pop() ?? ""));
    const out = temporaryFolder();
    await using server = await serve(world);
    const result = await runExport(out, server.url, "--team", TEAM);
    expect(result.code).toBe(6);
    expect(result.stderr).toContain("pages that do not add up: the count fell from 248 to 247");
    expect(runsIn(out)).toEqual([]);
  });
});

describe("a team's export that fails at its second page publishes nothing", () => {
  const results = Array.from({ length: 100 }, (_, i) => ({ id: `${i}` }));
  const firstPage = JSON.stringify({ count: 150, limit: 100, offset: 0, next: null, previous: null, results });

  test.each<[string, RequestListener, number, RegExp]>([
    [
      "a failure of the service",
      (_, response) => response.writeHead(503, { "retry-after": "3600" }).end(),
      5,
      /page=2.*failed at the service \(status 503/,
    ],
    ["a connection that is reset", (_, response) => response.destroy(), 5, /page=2.*got no answer after 4 attempts/],
    [
      "a page that breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": 100_000 });
        response.write('{"count":150,"results":[{"id":"a"}', () => response.destroy());
      },
      6,
      /page=2.*was cut off after 34 bytes/,
    ],
    ["a page that ends early", (_, response) => response.end('{"count":150,"results":[{'), 6, /page=2.*cut off/],
    ["HTML", (_, response) => response.end("<!doctype html><p>hello"), 6, /page=2.*HTML instead of JSON/],
    ["the whole list instead of a page", (_, response) => response.end("[]"), 6, /not a page of tickets/],
    ["the first page again", (_, response) => response.end(firstPage), 6, /page 2 does not lie behind page 1/],
  ])("%s", async (_, secondPage, code, message) => {
    const out = temporaryFolder();
    const baseUrl = await httpServer((request, response) => {
      response.setHeader("content-type", "application/json");
      if (request.url?.includes("page=1&")) response.end(firstPage);
      else secondPage(request, response);
    });
    const result = await runExport(out, baseUrl, "--team", TEAM);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toMatch(message);
    expect(result.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(runsIn(out)).toEqual([]);
    expect(existsSync(path.join(out, "latest"))).toBe(false);
  });

  test("SIGTERM", async () => {
    const out = temporaryFolder();
    const { promise: asked, resolve } = Promise.withResolvers<ServerResponse>();
    const baseUrl = await httpServer((request, response) => {
      if (request.url?.includes("page=1&")) response.end(firstPage);
      else resolve(response);
    });
    const { process: child, result } = startCommand(["export", "--out", out, "--base-url", baseUrl, "--team", TEAM], {
      SITEBAY_TOKEN: token,
    });
    await asked;
    child.kill("SIGTERM");
    expect(await result).toMatchObject({ code: 143 });
    expect(runsIn(out)).toEqual([]);
  });
});

describe("a team that is wrong", () => {
  test.each([
    "x",
    "",
    "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e0",
    "0b9f7f3654a54b0e8f0c6f6f7d4a1e02",
    "0b9f7f36-54a5-1b0e-8f0c-6f6f7d4a1e02",
    `${TEAM},${OTHER_TEAM}`,
  ])("%j is refused before anything is asked or made", async (team) => {
    const out = path.join(temporaryFolder(), "out");
    const baseUrl = await httpServer(() => expect.unreachable("the service must not be asked"));
    const result = await runExport(out, baseUrl, "--team", team);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain(`${JSON.stringify(team)} is no team's id, which is a UUID such as`);
    expect(existsSync(out)).toBe(false);
    const options = { baseUrl, auth: bearer(token), out, team };
    await expect(exportTickets(options)).rejects.toThrow(TypeError);
    expect(existsSync(out)).toBe(false);
  });

  test("is named when the service does not know it", async () => {
    const out = temporaryFolder();
    await using server = await serve(createTicketWorld());
    const result = await runExport(out, server.url, "--team", TEAM);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(new RegExp(`/team/${TEAM}/ticket.*404.*\\nThere is no such team, .*check --team`));
    expect(runsIn(out)).toEqual([]);
  });

  test("is pointed at when the credential is not good for it", async () => {
    const baseUrl = await httpServer((_, response) => response.writeHead(403).end('{"detail":"Forbidden"}'));
    const result = await runExport(temporaryFolder(), baseUrl, "--team", TEAM);
    expect(result.code).toBe(4);
    expect(result.stderr).toMatch(/An API key belongs to one team: check --team\. Credentials are taken from/);
  });
});

describe("an output folder takes runs of the same tickets only:", () => {
  const all: string[] = [];
  const team = ["--team", TEAM];
  const otherTeam = ["--team", OTHER_TEAM];

  test.each([
    { first: all, held: "all tickets", second: team, refused: `the tickets of team ${TEAM}` },
    { first: team, held: `the tickets of team ${TEAM}`, second: all, refused: "all tickets" },
    {
      first: team,
      held: `the tickets of team ${TEAM}`,
      second: otherTeam,
      refused: `the tickets of team ${OTHER_TEAM}`,
    },
  ])("one with $held refuses $refused", async ({ first, held, second, refused }) => {
    const world = worldWithTeam(2);
    world.createTicket({ subject: "s", description: "d", team_id: OTHER_TEAM });
    const out = temporaryFolder();
    await using server = await serve(world);
    expect(await runExport(out, server.url, ...first)).toMatchObject({ code: 0 });
    const run = manifestOf(out).run;

    const result = await runExport(out, server.url, ...second);
    expect(result).toMatchObject({ code: 8, stdout: "" });
    expect(result.stderr).toBe(
      `sitebay-tickets: Refused to export ${refused} to ${out}: run ${run} there holds ${held}. Use a folder for each.\nlatest points at run ${run}.\n`,
    );
    expect(runsIn(out)).toEqual([run]);

    expect(await runExport(out, server.url, ...first)).toMatchObject({ code: 0 });
    expect(manifestOf(out).previousRun).toBe(run);
  });

  test("one whose runs are gone takes any", async () => {
    const out = temporaryFolder();
    await using server = await serve(worldWithTeam(2));
    await runExport(out, server.url);
    rmSync(path.join(out, "runs"), { recursive: true });
    expect(await runExport(out, server.url, ...team)).toMatchObject({ code: 0 });
  });
});
