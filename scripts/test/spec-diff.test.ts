import { globSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { missingSteps } from "../src/diff/changesets.ts";
import type { Step } from "../src/diff/package-steps.ts";
import { markdownReport } from "../src/diff/report-markdown.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";

const spec = "openapi/tickets.yaml";

/** A copy whose spec is to be changed, and its spec of before as `base.yaml`. */
function changedCopy(from: string, to: string): RepositoryCopy {
  const copy = new RepositoryCopy();
  // What the repository itself is about to announce would count too.
  for (const file of globSync(".changeset/*.md", { cwd: copy.root })) rmSync(path.join(copy.root, file));
  copy.write("base.yaml", copy.read(spec));
  copy.edit(spec, from, to);
  return copy;
}

function diff(copy: RepositoryCopy, ...args: string[]) {
  return copy.node("scripts/src/spec-diff.ts", "base.yaml", ...args);
}

const subjectRules = "          description: The request in one line.\n          type: string\n";
const nullableSubject = subjectRules.replace("string", '[string, "null"]');
const sizeBound = "        maximum: 100\n";

/** The line of the spec, from 1, on which a text stands first. */
function lineOf(copy: RepositoryCopy, text: string): number {
  return copy.read(spec).slice(0, copy.read(spec).indexOf(text)).split("\n").length;
}

describe("spec:diff", () => {
  test("tells a breaking change with its line, its reach and the steps, and asks for a changeset", () => {
    const copy = changedCopy(subjectRules, nullableSubject);
    const { code, stdout, stderr } = diff(copy);
    expect(stdout).toMatch(/^Breaking\n {2}Ticket\.subject: type string → string or null\n/);
    expect(stdout).toContain(`${spec}:${lineOf(copy, nullableSubject) + 1}\n`);
    expect(stdout).toMatch(/client\.tickets\.get +returns something else +breaks\n/);
    expect(stdout).toMatch(/tickets\.csv subject +changes +string → string, may be empty +breaks\n/);
    expect(stdout).toMatch(
      /@sitebay-tickets\/core +major +\d+ calls may no longer compile \(no changeset says so yet\)\n/,
    );
    expect(stderr).toBe("spec:diff: no changeset announces these steps; `pnpm spec:diff --changeset` writes it.\n");
    expect(code).toBe(1);
  });

  test("is content once a changeset announces the steps", () => {
    const copy = changedCopy(subjectRules, nullableSubject);
    const written = diff(copy, "--changeset");
    expect(written.code).toBe(0);
    const [, file = ""] = /^spec:diff: wrote (\.changeset\/spec-[0-9a-f]{8}\.md)\n$/.exec(written.stderr) ?? [];
    expect(copy.read(file)).toBe(
      `---
"@sitebay-tickets/contract": major
"@sitebay-tickets/core": major
"@sitebay-tickets/sync": major
"@sitebay-tickets/test-kit": major
---

The API's description changed.

- **Breaking:** Ticket.subject: type string → string or null
`,
    );
    expect(diff(copy)).toMatchObject({ code: 0, stderr: "" });

    copy.write(file, "no changeset\n");
    expect(diff(copy)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `spec:diff: ${file} is no changeset; mend or remove it\n`,
    });
  });

  test("lets a compatible change pass, unless a changeset is required", () => {
    const copy = changedCopy(sizeBound, "        maximum: 200\n");
    expect(diff(copy)).toMatchObject({ code: 0, stderr: "" });
    expect(diff(copy, "--require-changeset").code).toBe(1);
  });

  test("counts changesets for the working tree only", () => {
    const copy = changedCopy(subjectRules, nullableSubject);
    const steps = ["contract", "core", "sync", "test-kit"].map((name) => `"@sitebay-tickets/${name}": major\n`);
    copy.write(".changeset/all.md", `---\n${steps.join("")}---\n\nAll is new.\n`);
    copy.write("head.yaml", copy.read(spec));
    expect(diff(copy, "head.yaml").code).toBe(1);
    expect(diff(copy, "head.yaml", "--changeset")).toMatchObject({
      code: 2,
      stderr: "spec:diff: a changeset is written for the working tree alone; leave HEAD out\n",
    });
  });

  test("speaks JSON", () => {
    const copy = changedCopy(sizeBound, "        maximum: 50\n");
    const { code, stdout } = diff(copy, "--format", "json");
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      verdict: "breaking",
      changes: [
        {
          verdict: "breaking",
          direction: "request",
          place: "query parameter size",
          text: "maximum 100 → 50",
          at: `${spec}:${lineOf(copy, "        maximum: 50\n")}`,
        },
      ],
      columns: [],
      missingChangesets: expect.arrayContaining(["@sitebay-tickets/contract"]),
    });
    expect(report.refused[0]).toEqual({
      operation: expect.any(String),
      reason: "query/size must be <= 50",
      example: "100",
    });
  });

  test("says that nothing changed, and that only the order did", () => {
    const copy = changedCopy("info:\n", "# A remark.\ninfo:\n");
    expect(diff(copy)).toEqual({ code: 0, stdout: "The specs are equal.\n", stderr: "" });
    copy.edit(spec, "        - created_at\n        - description\n", "        - description\n        - created_at\n");
    const { code, stdout } = diff(copy);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Only the order of things, or the evidence for them, differs\.\n/);
  });

  test.each([
    [
      "a base that is nowhere",
      ["nowhere.yaml"],
      /^spec:diff: nowhere\.yaml is neither a file nor a revision that git knows\n$/,
    ],
    ["a base that is no spec", ["package.json"], /^spec:diff: package\.json:1: .*\n$/],
    ["a base that is no YAML", ["README.md"], /^spec:diff: README\.md:\d+: .*\n$/],
    ["an option that does not exist", ["--changset"], /unknown option '--changset'/],
    ["a format that does not exist", ["--format", "yaml"], /Allowed choices are text, json, markdown/],
    ["one argument too many", ["a", "b", "c"], /too many arguments/],
  ])("refuses %s with one message and exit code 2", (_, args, message) => {
    const { code, stdout, stderr } = new RepositoryCopy().node("scripts/src/spec-diff.ts", ...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("    at ");
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("points at the line of a head that cannot be used", () => {
    const copy = changedCopy("#/components/schemas/Ticket", "#/components/schemas/Tikcet");
    const { code, stderr } = diff(copy);
    expect(stderr).toBe(`spec:diff: ${spec}:${lineOf(copy, "Tikcet")}: ${stderr.split(": ").slice(2).join(": ")}`);
    expect(stderr).toContain("nothing stands at #/components/schemas/Tikcet in this document");
    expect(code).toBe(2);
  });
});

test("a changeset that announces less than is needed is not enough", () => {
  const needed = (["contract", "core"] as const).map((name) => ({ name, step: "minor" as const, why: "" }));
  const missing = (steps: Record<string, Step>) =>
    missingSteps(needed, new Map(Object.entries(steps))).map(({ name }) => name);
  expect(missing({ contract: "minor", core: "major" })).toEqual([]);
  expect(missing({ contract: "patch", core: "minor" })).toEqual(["contract"]);
  expect(missing({ other: "major" })).toEqual(["contract", "core"]);
});

test("in Markdown no value can break out of its cell", () => {
  const change = {
    verdict: "risk",
    direction: "request",
    operations: ["listTickets"],
    place: "query parameter size",
    text: "default 50 → a|b <img> `c`",
    at: "openapi/tickets.yaml:9",
  } as const;
  const report = markdownReport(
    {
      verdict: "risk",
      changes: [change],
      types: { calls: [], typesGone: [], typesAdded: [], typeTestErrors: [] },
      columns: [],
      refused: [],
      steps: [{ name: "core", step: "patch", why: "no call changes its type" }],
    },
    [],
  );
  expect(report).toMatch(/^### API spec: risky changes\n/);
  expect(report).toContain(
    "| 🟠 | `query parameter size` | default 50 → a\\|b \\<img\\> \\`c\\` | request of listTickets | `openapi/tickets.yaml:9` |\n",
  );
  expect(report).toContain("| `core` | **patch** | no call changes its type | there |\n");
});
