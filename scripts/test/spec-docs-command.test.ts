import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../src/repository.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";

const COMMAND = "scripts/src/spec-docs.ts";

test("the same spec gives the same page, one file that names nothing a browser would load", () => {
  const copy = new RepositoryCopy();
  expect(copy.node(COMMAND)).toEqual({ code: 0, stdout: "spec:docs: wrote out/reference.html\n", stderr: "" });
  expect(copy.node(COMMAND, "--out", "other.html").stdout).toBe("spec:docs: wrote other.html\n");
  expect(readdirSync(path.join(copy.root, "out"))).toEqual(["reference.html"]);
  const page = copy.read("out/reference.html");
  expect(page === copy.read("other.html")).toBe(true);

  expect(page).toContain('http-equiv="Content-Security-Policy"');
  expect(page.match(/<(script|img|link|iframe|object|embed)\b[^>]*\b(src|href)\s*=[^>]*>/gi)).toBeNull();
  expect(page.match(/(url\(|@import)\s*["']?(https?:)?\/\/[^;]*;/gi)).toBeNull();
  expect(page).not.toContain("cdn.redoc.ly");
});

describe("a spec that no page can be made of is told in one line, and the old page stays", () => {
  test.each([
    ["openapi/tickets.yaml", "no YAML", "info:\n", "info: [\n", /^openapi\/tickets\.yaml:25: /],
    ["openapi/tickets.yaml", "no operations", "\npaths:\n", "\npaths: 5\nx-old:\n", /:60: .*expected a mapping/],
    ["openapi/tickets.yaml", "what OpenAPI does not know", "tags: [auth]", "label: [auth]", /:\d+: .*`label`/],
    ["openapi/curation.yaml", "no reason", "reason:", "why:", /:\d+: #\/departures\/0: a reason is missing/],
  ])("%s: %s", (file, _, from, to, reason) => {
    const copy = new RepositoryCopy();
    mkdirSync(path.join(copy.root, "out"));
    copy.write("out/reference.html", "the old page");
    copy.edit(file, from, to);
    const { code, stdout, stderr } = copy.node(COMMAND);
    expect(stderr).toMatch(/^spec:docs: .+\n$/);
    expect(stderr.replace("spec:docs: ", "")).toMatch(reason);
    expect(stderr).toContain(file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(copy.read("out/reference.html")).toBe("the old page");
  });
});

test("a page that cannot be written is told in one line", () => {
  const { code, stderr } = new RepositoryCopy().node(COMMAND, "--out", "no/such/page.html");
  expect(stderr).toBe("spec:docs: cannot write no/such/page.html: no such file or directory\n");
  expect(code).toBe(1);
});

test.each([[["--format", "pdf"]], [["page.html"]]])("%j is wrong usage", (args) => {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { cwd: root, encoding: "utf8" });
  expect(stderr).toMatch(/^spec:docs: .+\n$/);
  expect(status).toBe(2);
});
