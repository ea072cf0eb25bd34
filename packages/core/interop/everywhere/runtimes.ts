import path from "node:path";
import { bundleFor } from "./bundle.ts";
import type { Outcome } from "./case.ts";
import { runInChromium } from "./chromium.ts";
import { type Program, runProgram } from "./program.ts";
import { runInWorkerd } from "./workerd.ts";

export interface Runtime {
  /** As docs/client.md names it. */
  readonly name: string;
  readonly isBrowser?: true;
  /** Runs every case against the worlds that are served at this address. */
  run(baseUrl: string, nowhere: string): Promise<Run>;
}

interface Run {
  readonly version: string;
  readonly outcomes: readonly Outcome[];
}

/** The releases that the client promises to run on; each comes from the npm registry under its own name. */
const PROGRAMS = {
  node22: { package: "node@22", command: "node" },
  node24: { package: "node@24", command: "node" },
  node26: { package: "node@26", command: "node" },
  bun: { package: "bun@1.4.5", command: "bun" },
  deno: { package: "deno@2.9.6", command: "deno" },
  workerd: { package: "workerd@1.20261117.1", command: "workerd" },
} as const satisfies Record<string, Program>;

const main = path.join(import.meta.dirname, "main.ts");
const DENO = ["run", "--no-remote", "--no-lock", "--node-modules-dir=manual"];
const DENO_MAY = ["--allow-env", "--allow-read", "--allow-net=127.0.0.1"];

export const runtimes: readonly Runtime[] = [
  scripted("Node 22", PROGRAMS.node22),
  scripted("Node 24", PROGRAMS.node24),
  scripted("Node 26", PROGRAMS.node26),
  scripted("Bun", PROGRAMS.bun, "--no-install"),
  scripted("Deno", PROGRAMS.deno, ...DENO, ...DENO_MAY),
  {
    name: "workerd",
    async run(baseUrl, nowhere) {
      const module = await bundleFor("workerd", "worker.ts");
      const outcomes: Outcome[] = JSON.parse(await runInWorkerd(PROGRAMS.workerd, module, baseUrl, nowhere));
      return { version: (await runProgram(PROGRAMS.workerd, "--version")).replace("workerd", "").trim(), outcomes };
    },
  },
  {
    name: "Chromium",
    isBrowser: true,
    run: async (baseUrl, nowhere) => runInChromium(await bundleFor("browser", "run-cases.ts"), baseUrl, nowhere),
  },
];

/** A runtime that takes a file of TypeScript. */
function scripted(name: string, program: Program, ...options: readonly string[]): Runtime {
  return {
    name,
    run: async (baseUrl, nowhere) => JSON.parse(await runProgram(program, ...options, main, baseUrl, nowhere)),
  };
}
