import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface InnerTest {
  readonly name: string;
  readonly state: string;
  /** The messages of what went wrong, without stacks. */
  readonly problems: readonly string[];
}

/** What became of the tests of a run, and what it printed. */
export interface InnerRun {
  readonly tests: readonly InnerTest[];
  readonly printed: string;
  readonly exitCode: number | null;
}

/** What became of a test, each by its name: `passed`, or the messages of what went wrong. */
export function outcomes({ tests }: InnerRun): Record<string, readonly string[] | "passed"> {
  return Object.fromEntries(tests.map(({ name, state, problems }) => [name, state === "passed" ? state : problems]));
}

/** Runs vitest on files of `vitest-inner`. */
export function runInner(...args: string[]): Promise<InnerRun> {
  return runVitest(new URL("vitest-inner/vitest.config.ts", import.meta.url), ...args);
}

/** Runs vitest in a process of its own, with a configuration whose reporters include `json`. */
export async function runVitest(config: URL, ...args: string[]): Promise<InnerRun> {
  const folder = await mkdtemp(join(tmpdir(), "inner-"));
  try {
    const results = join(folder, "results.json");
    const vitest = fileURLToPath(new URL("../vitest.mjs", import.meta.resolve("vitest")));
    const options = ["--no-color", `--outputFile.json=${results}`, "--testTimeout=60000", "--hookTimeout=60000"];
    const inner = spawn(process.execPath, [vitest, "run", "--config", fileURLToPath(config), ...options, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    for (const stream of [inner.stdout, inner.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        printed += text;
      });
    }
    await once(inner, "close");
    const { testResults } = JSON.parse(await readFile(results, "utf8").catch(() => Promise.reject(new Error(printed))));
    const tests = testResults.flatMap(testsOf);
    if (tests.length === 0) throw new Error(`No test ran:\n${JSON.stringify(testResults)}\n${printed}`);
    return { tests, printed, exitCode: inner.exitCode };
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface FileResult {
  readonly assertionResults: readonly {
    readonly title: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }[];
}

function testsOf({ assertionResults }: FileResult): InnerTest[] {
  return assertionResults.map(({ title, status, failureMessages }) => ({
    name: title,
    state: status,
    problems: failureMessages.map((text) => text.replace(/^\w*Error: /, "").replace(/\n\s+at .*$/s, "")),
  }));
}
