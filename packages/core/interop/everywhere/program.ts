import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * A program from the npm registry, which is fetched when it is first asked for: as a dependency it
 * would weigh on the workspace's own installation.
 */
export interface Program {
  /** As npm names it, with its version: `bun@1.4.5`. */
  readonly package: string;
  readonly command: string;
}

/** Runs a program to its end. @returns what it printed */
export async function runProgram({ package: name, command }: Program, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("npx", ["--yes", "--package", name, "--", command, ...args]);
  return stdout;
}
