import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../src/repository.ts";
import { WorkflowRun } from "./support/workflow-run.ts";

const scripts = path.join(root, "examples/github-actions/scripts");
const spec = "openapi/tickets.yaml";
const subject = "          description: The request in one line.\n          type: string\n";
const nullableSubject = subject.replace("string\n", '[string, "null"]\n');

test("shellcheck has nothing to say against the scripts", () => {
  execFileSync("shellcheck", ["--severity=style", ...readdirSync(scripts)], { cwd: scripts });
});

describe("on a pull request", () => {
  const report = (run: WorkflowRun) =>
    run.step("api-changes.yml", "check", "Report what changes", { BASE: "origin/main" });
  const gate = (run: WorkflowRun) =>
    run.step("api-changes.yml", "check", "Demand a changeset", { BASE: "origin/main" });
  const comment = (run: WorkflowRun, REPORT: string, CHANGED: string) =>
    run.step("api-changes.yml", "comment", "Comment", {
      GH_TOKEN: "a-token",
      PULL_REQUEST: "7",
      COMMIT: "0123abc",
      REPORT,
      CHANGED,
    });
  const bot = { login: "github-actions[bot]" };

  test("a breaking change is reported in the summary and handed on, and stopped until a changeset announces it", () => {
    const run = new WorkflowRun();
    run.edit(spec, subject, nullableSubject);
    const { code, summary, outputs } = report(run);
    expect(code).toBe(0);
    expect(summary).toContain("`Ticket.subject`");
    expect(outputs.changed).toBe("true");
    expect(outputs.report?.trim()).toBe(summary.trim());

    expect(gate(run).code).toBe(1);
    expect(run.node("scripts/src/spec-diff.ts", "origin/main", "--changeset").code).toBe(0);
    expect(gate(run).code).toBe(0);
  });

  test("a compatible change needs a changeset too, no change needs none", () => {
    const run = new WorkflowRun();
    expect(report(run).outputs.changed).toBe("false");
    expect(gate(run).code).toBe(0);
    run.edit(spec, "        maximum: 100\n", "        maximum: 200\n");
    expect(gate(run).code).toBe(1);
  });

  test("a spec that cannot be read fails the step, and hands on nothing", () => {
    const run = new WorkflowRun();
    run.edit(spec, "info:\n", "info: [\n");
    const { code, log, outputs, summary } = report(run);
    expect(code).toBe(2);
    expect(log).toContain("openapi/tickets.yaml:25:");
    expect({ outputs, summary }).toEqual({ outputs: {}, summary: "" });
  });

  test("stale generated files and a spec with faults fail their steps", () => {
    const run = new WorkflowRun();
    const drift = "Compare the generated files with the spec";
    expect(run.step("api-changes.yml", "check", drift, { BASE: "origin/main" }).code).toBe(0);
    run.edit(spec, "summary: List all tickets\n", "summary: ''\n");
    expect(run.step("api-changes.yml", "check", drift, { BASE: "origin/main" }).code).toBe(1);
    expect(run.step("api-changes.yml", "check", "Lint the spec", { BASE: "origin/main" }).code).toBe(1);
  });

  test("one comment is written, and rewritten when there is more to say", () => {
    const run = new WorkflowRun();
    expect(comment(run, "It breaks `subject`; $(touch pwned) $HOME", "true")).toMatchObject({ code: 0, log: "" });
    expect(run.repository.comments).toEqual([
      {
        id: 900,
        user: bot,
        body: "<!-- api-changes -->\nIt breaks `subject`; $(touch pwned) $HOME\n\nAt 0123abc.\n",
      },
    ]);
    comment(run, "Nothing changes.", "false");
    expect(run.repository.comments).toHaveLength(1);
    expect(run.repository.comments[0]?.body).toContain("Nothing changes.");
  });

  test("nothing is written where nothing changes and nothing was said", () => {
    const run = new WorkflowRun();
    expect(comment(run, "Nothing changes.", "false").code).toBe(0);
    expect(run.repository.comments).toEqual([]);
  });

  test("the comments of others are left alone, even one that looks like ours", () => {
    const run = new WorkflowRun();
    const theirs = [
      { id: 1, user: { login: "eve" }, body: "<!-- api-changes -->\nAll is well." },
      { id: 2, user: bot, body: "Another workflow's. <!-- api-changes -->" },
    ];
    run.repository = { ...run.repository, comments: theirs };
    comment(run, "It breaks.", "true");
    expect(run.repository.comments.slice(0, 2)).toEqual(theirs);
    expect(run.repository.comments).toHaveLength(3);
  });

  test("a report that is too long for a comment is cut, between two characters", () => {
    const run = new WorkflowRun();
    run.program("npx", "printf '%65000s' | sed 's/ /é/g'");
    const { code, outputs, summary } = report(run);
    expect(code).toBe(0);
    expect(summary).toBe("é".repeat(65_000));
    expect(outputs.report).toMatch(/^é{30000}\n\nCut off here: [^\n]+$/);
  });

  test("no line of a report ends the output before its time", () => {
    const run = new WorkflowRun();
    run.program("npx", "printf 'one\\nend\\nchanged=true\\n'");
    expect(report(run).outputs).toEqual({ changed: "false", report: "one\nend\nchanged=true" });
  });
});

describe("once a week", () => {
  const ENV = { UPSTREAM_OPENAPI_URL: "upstream.yaml" };
  const adopt = (run: WorkflowRun, env = ENV) =>
    run.step("upstream-api.yml", "compare", "Compare, and adopt what can be adopted", env);
  const propose = (run: WorkflowRun) =>
    run.step("upstream-api.yml", "compare", "Open the pull request, or bring it up to date", {
      GH_TOKEN: "a-token",
      BASE_BRANCH: "main",
    });
  /** The service's document says what the spec says, and the curation has nothing to explain. */
  function sameAsUpstream(): WorkflowRun {
    const run = new WorkflowRun();
    run.write("openapi/curation.yaml", "departures: []\ndisagreements: []\n");
    run.push("Follow the service");
    run.write("upstream.yaml", run.read(spec));
    return run;
  }
  function withDrift(): WorkflowRun {
    const run = sameAsUpstream();
    run.edit("upstream.yaml", subject, nullableSubject);
    return run;
  }
  const branch = (run: WorkflowRun) => run.git("ls-remote", "origin", "upstream-api").split("\t")[0];
  /** The next week's runner begins with a fresh checkout. */
  function nextWeek(run: WorkflowRun): void {
    run.git("switch", "--quiet", "--discard-changes", "main");
    run.git("fetch", "--quiet", "origin");
  }

  test("nothing is proposed where everything is explained", () => {
    const run = sameAsUpstream();
    const { code, outputs, summary } = adopt(run);
    expect({ code, outputs }).toEqual({ code: 0, outputs: { drift: "false" } });
    expect(summary).toContain("nothing new");
    expect(run.git("diff", "--name-only")).toBe("");
  });

  test("what can be adopted is adopted and generated, on a branch with one pull request", () => {
    const run = withDrift();
    const { code, outputs, summary } = adopt(run);
    expect({ code, outputs }).toEqual({ code: 0, outputs: { drift: "true" } });
    expect(summary).toContain("subject");
    expect(propose(run)).toMatchObject({ code: 0, log: "" });

    expect(run.git("diff", "--name-only", "origin/main", "origin/upstream-api").split("\n")).toEqual(
      expect.arrayContaining([spec, "packages/contract/src/generated/types.ts"]),
    );
    expect(run.git("show", "origin/upstream-api:openapi/tickets.yaml")).toContain(nullableSubject.trimEnd());
    expect(run.git("log", "-1", "--format=%an", "origin/upstream-api")).toBe("github-actions[bot]");
    expect(run.repository.pulls).toEqual([
      { number: 40, head: "upstream-api", base: "main", title: "Adopt the service's API", body: summary },
    ]);
  });

  test("the week after, the same pull request is brought up to date; what is unchanged is not pushed again", () => {
    const run = withDrift();
    adopt(run);
    propose(run);
    const first = branch(run);

    nextWeek(run);
    adopt(run);
    expect(propose(run).code).toBe(0);
    expect(branch(run)).toBe(first);

    nextWeek(run);
    run.edit("upstream.yaml", "        maximum: 100\n", "        maximum: 200\n");
    const { summary } = adopt(run);
    expect(propose(run).code).toBe(0);
    expect(branch(run)).not.toBe(first);
    expect(run.git("rev-list", "--count", "origin/main..origin/upstream-api")).toBe("1");
    expect(run.repository.pulls.map(({ body }) => body)).toEqual([summary]);
  });

  test("a branch that somebody else has committed to is left as it is", () => {
    const run = withDrift();
    adopt(run);
    propose(run);
    run.edit(spec, "summary: List all tickets", "summary: List every ticket");
    run.push("Mend what was adopted");
    const theirs = branch(run);

    nextWeek(run);
    run.edit("upstream.yaml", "        maximum: 100\n", "        maximum: 200\n");
    const { summary } = adopt(run);
    const { code, log } = propose(run);
    expect(code).toBe(0);
    expect(log).toMatch(/^::notice::The branch upstream-api holds the work of somebody else/);
    expect(branch(run)).toBe(theirs);
    expect(run.repository.pulls.map(({ body }) => body)).toEqual([summary]);
  });

  test("what is still to be written by hand is said in the pull request", () => {
    const run = withDrift();
    run.edit("upstream.yaml", subject, `${subject}          format: colour\n`);
    expect(adopt(run).summary).toMatch(/#### No code can be generated yet\n\n~~~~\ngenerate: .*colour/);
    expect(propose(run).code).toBe(0);
    expect(run.repository.pulls).toHaveLength(1);
  });

  test("drift of which nothing can be adopted fails, and says so", () => {
    const run = sameAsUpstream();
    run.edit("openapi/curation.yaml", "departures: []", IDLE);
    run.push("Explain what is not there");
    expect(adopt(run).outputs).toEqual({ drift: "true" });
    const { code, log } = propose(run);
    expect(code).toBe(1);
    expect(log).toMatch(/^::error::The service differs, and nothing of it can be adopted by itself/);
    expect(run.repository.requests).toEqual([]);
  });

  const IDLE = `departures:
  - change: changed
    upstream: { "#/components/schemas/Ticket/properties/subject/type": integer }
    here: ["#/components/schemas/Ticket/properties/subject/type"]
    reason: It is no longer so.
    evidence: [page]`;

  test.each([
    ["is not set", "", "UPSTREAM_OPENAPI_URL: is empty. Set the repository variable"],
    ["leads nowhere", "missing.yaml", "spec:upstream: missing.yaml"],
  ])("an address that %s fails the check", (_, address, message) => {
    const { code, log, outputs } = adopt(sameAsUpstream(), { UPSTREAM_OPENAPI_URL: address });
    expect(code).not.toBe(0);
    expect(log).toContain(message);
    expect(outputs).toEqual({});
  });
});
