import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { contractFiles } from "../src/generate/contract-files.ts";
import { specFile } from "../src/repository.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";

const generated = "packages/contract/src/generated";

test("the same spec gives the same bytes", async () => {
  expect([...(await contractFiles(specFile))]).toEqual([...(await contractFiles(specFile))]);
});

test("a comment changes no generated file, a word does", async () => {
  const copy = new RepositoryCopy();
  const tickets = path.join(copy.root, "openapi/tickets.yaml");
  const before = await contractFiles(tickets);
  copy.edit("openapi/tickets.yaml", "info:\n", "# A remark.\ninfo:\n");
  expect(await contractFiles(tickets)).toEqual(before);
  copy.edit("openapi/tickets.yaml", "title: SiteBay support tickets", "title: SiteBay tickets");
  expect(await contractFiles(tickets)).not.toEqual(before);
});

describe("generate --check", () => {
  test("names stale, missing and surplus files and the command that mends them, and mends nothing", () => {
    const copy = new RepositoryCopy();
    expect(copy.node("scripts/src/generate.ts", "--check")).toMatchObject({ code: 0, stderr: "" });

    copy.write(`${generated}/tables.ts`, "// edited by hand\n");
    copy.write(`${generated}/surplus.ts`, "");
    rmSync(path.join(copy.root, generated, "spec.ts"));
    const check = copy.node("scripts/src/generate.ts", "--check");
    expect(check.code).toBe(1);
    expect(check.stderr).toBe(
      `generate: out of date:\n  ${generated}/spec.ts\n  ${generated}/tables.ts\n  ${generated}/surplus.ts\nRun \`pnpm generate\` and commit the result.\n`,
    );
    expect(copy.read(`${generated}/tables.ts`)).toBe("// edited by hand\n");

    expect(copy.node("scripts/src/generate.ts").code).toBe(0);
    expect(copy.node("scripts/src/generate.ts", "--check").code).toBe(0);
  });
});

describe("a broken spec leaves the files alone and is told with file, line and reason", () => {
  test.each([
    ["an operation without a retry class", "x-retry: safe", "x-retry: often", /x-retry, one of safe, rejected-only/],
    [
      "an id that is taken",
      "operationId: createTicket",
      "operationId: listTickets",
      /also the id of GET \/support\/ticket/,
    ],
    ["a key that is no column", "        key: id", "        key: number", /Ticket has no column number/],
    ["a format that nobody checks", "format: uuid4", "format: uuid9", /no validator knows the format uuid9/],
    [
      "a reference to nothing",
      "#/components/schemas/Ticket",
      "#/components/schemas/Tikcet",
      /nothing stands at .*Tikcet/,
    ],
    [
      "a schema that contains itself",
      "#/components/schemas/UserLimited",
      "#/components/schemas/Ticket",
      /contains itself/,
    ],
  ])("%s", (_, from, to, reason) => {
    const copy = new RepositoryCopy();
    copy.edit("openapi/tickets.yaml", from, to);
    const before = copy.read(`${generated}/operations.ts`);
    const { code, stderr } = copy.node("scripts/src/generate.ts");
    expect(code).toBe(1);
    const [, line, message] =
      /^generate: openapi\/tickets\.yaml:(\d+): (.*)\nNothing was written\.\n$/.exec(stderr) ?? [];
    expect(message).toMatch(reason);
    const lines = copy.read("openapi/tickets.yaml").split("\n");
    // A schema that contains itself is named where it begins.
    expect(lines[Number(line) - 1]).toContain(to === "#/components/schemas/Ticket" ? "Ticket:" : to.trim());
    expect(copy.read(`${generated}/operations.ts`)).toBe(before);
  });

  test("what is no YAML at all", () => {
    const copy = new RepositoryCopy();
    copy.write("openapi/tickets.yaml", "openapi: 3.1.0\ninfo: {title: [}\n");
    const { code, stderr } = copy.node("scripts/src/generate.ts");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^generate: openapi\/tickets\.yaml:2: .*\nNothing was written\.\n$/);
  });
});
