import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { tables } from "@sitebay-tickets/contract";
import { createTicketWorld, demoCredentials } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Manifest } from "../src/output/manifest.ts";
import { runCommand } from "./support/command.ts";
import { expectedCells, readCsv, restoredCells, rowsOf } from "./support/exported-cells.ts";

const TICKETS = 250;
const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-"));
const read = (name: string) => readFileSync(path.join(folder, "latest", name), "utf8");
const manifest = () => JSON.parse(read("manifest.json")) as Manifest;

/** The list as the service sends it, before anything of ours has seen it. */
let source: string;
let sourceTickets: unknown[];

beforeAll(async () => {
  await using server = await serve(createTicketWorld({ tickets: TICKETS, profile: "nasty" }));
  const response = await fetch(`${server.url}/support/ticket`, {
    headers: { authorization: `Bearer ${demoCredentials.keys[0].token}` },
  });
  source = await response.text();
  sourceTickets = JSON.parse(source);
  const result = await runCommand(["export", "--out", folder, "--format", "json,ndjson,csv"], {
    SITEBAY_BASE_URL: server.url,
    SITEBAY_USERNAME: "ada@example.com",
    SITEBAY_PASSWORD: "demo-password",
  });
  expect(result).toMatchObject({ code: 0, stdout: "" });
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the source is as nasty as tickets get", () => {
  expect(sourceTickets).toHaveLength(TICKETS);
  expect(source.length).toBeGreaterThan(500_000);
});

test("NDJSON holds every ticket byte for byte, a line each", () => {
  const lines = read("tickets.ndjson").split("\n");
  expect(lines.pop()).toBe("");
  expect(lines).toHaveLength(TICKETS);
  expect(`[${lines.join(",")}]`).toBe(source);
});

test("JSON holds the same tickets as one array", () => {
  expect(JSON.parse(read("tickets.json"))).toEqual(sourceTickets);
  expect(read("tickets.json")).toBe(`[\n${read("tickets.ndjson").trimEnd().replaceAll("\n", ",\n")}\n]\n`);
});

describe.each(Object.values(tables))("$name.csv, read by another parser,", (table) => {
  test("names the contract's columns", () => {
    expect(readCsv(read(`${table.name}.csv`))[0]).toEqual(table.columns.map((column) => column.name));
  });

  test("equals the source cell by cell", () => {
    const [, ...rows] = readCsv(read(`${table.name}.csv`));
    const expected = rowsOf(table, sourceTickets).map(({ row, parent }) => expectedCells(table, row, parent));
    expect(rows.map((cells) => restoredCells(table, cells))).toEqual(expected);
  });
});

test("the manifest counts what was written, and finds no drift", () => {
  const replies = rowsOf(tables.ticket_replies, sourceTickets).length;
  expect(manifest()).toMatchObject({
    counts: { tickets: TICKETS },
    drift: { tickets: 0, places: {} },
    previousRun: null,
    tool: { name: "@sitebay-tickets/sync" },
  });
  expect(manifest().files.map(({ name, rows, bytes }) => [name, rows, bytes])).toEqual(
    [
      ["tickets.ndjson", TICKETS],
      ["tickets.json", TICKETS],
      ["tickets.csv", TICKETS],
      ["ticket_replies.csv", replies],
    ].map(([name, rows]) => [name, rows, Buffer.byteLength(read(String(name)))]),
  );
});
