import { spawnSync } from "node:child_process";

/** A command that was run ended badly. The message holds all that it said. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** Runs a command to its end and returns what it wrote to stdout. @throws CommandError */
export function runCommand(command: string, args: readonly string[], options: { readonly cwd: string }): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", cwd: options.cwd });
  const line = [command, ...args].join(" ");
  if (error) throw new CommandError(`${line}: ${error.message}. Start this through pnpm.`, { cause: error });
  if (status !== 0) throw new CommandError(`${line} ended with status ${status}:\n${stdout}${stderr}`);
  return stdout;
}
