import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { root } from "../../src/repository.ts";
import { RepositoryCopy } from "../../test/support/repository-copy.ts";
import type { FakeRepository } from "./fake-gh.ts";

/** What we read of a workflow. */
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly env?: object; readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: object;
}

export interface StepResult {
  readonly code: number | null;
  /** All that it said. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * A checkout of a copy of this repository that has the example's workflows, as a runner sees it: with
 * an origin, and with a `gh` whose repository is a file.
 */
export class WorkflowRun extends RepositoryCopy {
  readonly temporary = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-runner-"));
  readonly #state = path.join(this.temporary, "gh.json");

  constructor() {
    super();
    onTestFinished(() => rmSync(this.temporary, { recursive: true, force: true }));
    // As examples/README.md says.
    cpSync(path.join(root, "examples/github-actions"), path.join(this.root, ".github"), { recursive: true });
    this.program("gh", runs("fake-gh.ts"));
    this.program("npx", runs("fake-npx.ts"));
    writeFileSync(this.#state, JSON.stringify({ comments: [], pulls: [], requests: [] } satisfies FakeRepository));

    this.git("init", "--quiet", "--bare", "--initial-branch", "main", path.join(this.temporary, "origin.git"));
    this.git("init", "--quiet", "--initial-branch", "main");
    this.git("remote", "add", "origin", path.join(this.temporary, "origin.git"));
    this.push("Begin");
  }

  git(...args: string[]): string {
    const name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
    const { status, stdout, stderr } = spawnSync("git", [...name, ...args], { cwd: this.root, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
  }

  /** Commits, and puts the commit on the origin's branch of the same name. */
  push(message: string): void {
    const files = ["openapi", ".changeset", ".github", "package.json", "packages/contract/src/generated"];
    this.git("add", "--all", "--", ...files);
    this.git("commit", "--quiet", "--message", message);
    this.git("push", "--quiet", "--force", "origin", "HEAD");
  }

  /** What stands at the repository that `gh` speaks to. */
  get repository(): FakeRepository {
    return JSON.parse(readFileSync(this.#state, "utf8"));
  }

  set repository(state: FakeRepository) {
    writeFileSync(this.#state, JSON.stringify(state));
  }

  /**
   * Runs one step as GitHub does.
   *
   * @param env the values of exactly those variables that the workflow sets for it
   */
  step(workflow: string, job: string, name: string, env: Readonly<Record<string, string>>): StepResult {
    const { jobs }: Workflow = parse(this.read(`.github/workflows/${workflow}`));
    const step = jobs[job]?.steps.find((each) => each.name === name);
    if (step?.run === undefined) throw new Error(`${workflow} has no step named ${name}`);
    const wanted = Object.keys({ ...jobs[job]?.env, ...step.env }).sort();
    const given = Object.keys(env).sort();
    if (given.join() !== wanted.join()) throw new Error(`${name} is given ${wanted}, not ${given}`);

    const file = (text: string, called: string) => {
      const place = path.join(this.temporary, called);
      writeFileSync(place, text);
      return place;
    };
    const summary = file("", "summary");
    const outputs = file("", "outputs");
    const { status, stderr, stdout } = spawnSync("bash", ["-e", file(step.run, "step.sh")], {
      cwd: this.root,
      encoding: "utf8",
      env: {
        PATH: `${path.join(this.temporary, "bin")}:${process.env.PATH}`,
        HOME: this.temporary,
        FAKE_GH_STATE: this.#state,
        GITHUB_REPOSITORY: "ada/tickets",
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_OUTPUT: outputs,
        RUNNER_TEMP: this.temporary,
        ...env,
      },
    });
    return {
      code: status,
      log: stderr + stdout,
      summary: readFileSync(summary, "utf8"),
      outputs: parseOutputs(readFileSync(outputs, "utf8")),
    };
  }

  /** Puts a program of sh before all others of that name. */
  program(name: string, text: string): void {
    const place = path.join(this.temporary, "bin", name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, `#!/bin/sh\n${text}\n`);
    chmodSync(place, 0o755);
  }
}

function runs(file: string): string {
  return `exec '${process.execPath}' '${path.join(import.meta.dirname, file)}' "$@"`;
}

/** `name=value`, or `name<<end`, lines, `end`. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name, value, long, , lines] of text.matchAll(/^(\w+)=(.*)$|^(\w+)<<(.+)\n([\s\S]*?)\n\4$/gm)) {
    if (name !== undefined) outputs[name] = value ?? "";
    else if (long !== undefined) outputs[long] = lines ?? "";
  }
  return outputs;
}
