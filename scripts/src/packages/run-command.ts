import { spawnSync } from "node:child_process";

/** Runs a command to its end and returns what it said. @throws Error with all of its output when it fails */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} ended with status ${status}:\n${stdout}${stderr}`);
  return stdout;
}
