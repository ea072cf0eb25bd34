import { spawnSync } from "node:child_process";

/** Runs a command to its end. @throws with all that it said, when that end is a bad one */
export function runToEnd(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  const line = [command, ...args].join(" ");
  if (error) throw new Error(`${line}: ${error.message}. Start this through pnpm.`, { cause: error });
  if (status !== 0) throw new Error(`${line} ended with status ${status}:\n${stdout}${stderr}`);
}
