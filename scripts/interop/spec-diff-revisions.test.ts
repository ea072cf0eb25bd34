import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { RepositoryCopy } from "../test/support/repository-copy.ts";

const spec = "openapi/tickets.yaml";

/** A copy of the repository with a history of its own: git is needed, which `pnpm test` does without. */
class GitCopy extends RepositoryCopy {
  constructor() {
    super();
    this.git("init", "--quiet", "--initial-branch", "main");
    this.commit("Begin");
  }

  git(...args: string[]): string {
    const name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
    const { status, stdout, stderr } = spawnSync("git", [...name, ...args], { cwd: this.root, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
  }

  commit(message: string): void {
    this.git("add", "--all", "--", "openapi", ".changeset", "packages/core/test");
    this.git("commit", "--quiet", "--message", message);
  }

  diff(...args: string[]) {
    return this.node("scripts/src/spec-diff.ts", ...args);
  }
}

const nullable = [
  "          description: The request in one line.\n          type: string\n",
  '          description: The request in one line.\n          type: [string, "null"]\n',
] as const;

describe("spec:diff and git", () => {
  test("compares the main branch with the working tree, and counts only changesets that are new", () => {
    const copy = new GitCopy();
    expect(copy.diff()).toEqual({ code: 0, stdout: "The specs are equal.\n", stderr: "" });

    copy.edit(spec, ...nullable);
    expect(copy.diff()).toMatchObject({ code: 1, stdout: expect.stringMatching(/^Breaking\n {2}Ticket\.subject/) });
    expect(copy.diff("--changeset").code).toBe(0);
    copy.commit("Let a ticket have no subject");
    expect(copy.diff().stdout).toBe("The specs are equal.\n");

    // What was merged with that changeset announces nothing of what comes now.
    copy.edit(spec, "        maximum: 100\n", "        maximum: 50\n");
    expect(copy.diff().code).toBe(1);
    expect(copy.diff("--changeset").code).toBe(0);
  });

  test("compares any two revisions, and a branch of the origin where there is no main", () => {
    const copy = new GitCopy();
    copy.edit(spec, ...nullable);
    copy.commit("Let a ticket have no subject");
    const { code, stdout } = copy.diff("HEAD~1", "HEAD");
    expect(code).toBe(1);
    expect(stdout).toContain(`HEAD:${spec}:`);
    expect(copy.diff("HEAD", "HEAD~1").code).toBe(0);

    copy.git("update-ref", "refs/remotes/origin/main", "HEAD~1");
    copy.git("checkout", "--quiet", "-b", "topic");
    copy.git("branch", "--quiet", "-D", "main");
    expect(copy.diff().stdout).toMatch(/^Breaking\n/);
    copy.git("update-ref", "-d", "refs/remotes/origin/main");
    expect(copy.diff()).toMatchObject({
      code: 2,
      stderr: "spec:diff: there is no branch main to compare with; name a base\n",
    });
    expect(copy.diff("no-such-branch")).toMatchObject({
      code: 2,
      stderr: "spec:diff: no-such-branch is neither a file nor a revision that git knows\n",
    });
  });

  test("compiles the base's own type tests against the new types", () => {
    const copy = new GitCopy();
    const tests = "packages/core/test/types.ts";
    copy.edit(
      tests,
      "const { tickets, replies, raw } = client;\n",
      'const { tickets, replies, raw } = client;\n(await tickets.get("id")).subject.length satisfies number;\n',
    );
    copy.commit("Rely on the subject");
    copy.edit(tests, '(await tickets.get("id")).subject.length satisfies number;\n', "");
    copy.edit(spec, ...nullable);
    const { types } = JSON.parse(copy.diff("--format", "json").stdout);
    expect(types.typeTestErrors).toEqual([
      expect.stringMatching(/^packages\/core\/test\/types\.ts:\d+: .*possibly 'null'/),
    ]);
  });
});

test("the changeset is one that the changesets tool takes", () => {
  const copy = new GitCopy();
  copy.edit(spec, ...nullable);
  expect(copy.diff("--changeset").code).toBe(0);
  const { status, stderr } = spawnSync(path.join(copy.root, "node_modules/.bin/changeset"), ["version"], {
    cwd: copy.root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const { version } = JSON.parse(copy.read("packages/core/package.json"));
  expect(version).toMatch(/^[1-9]\d*\.0\.0$/);
  expect(copy.read("packages/core/CHANGELOG.md")).toContain(
    "**Breaking:** Ticket.subject: type string → string or null",
  );
});
