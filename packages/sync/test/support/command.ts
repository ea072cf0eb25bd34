import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

const main = path.resolve(import.meta.dirname, "../../src/main.ts");

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  readonly result: Promise<CommandResult>;
}

/** Starts the real `sitebay-tickets` in a process of its own. It does not outlive the test. */
export function startCommand(args: readonly string[], environment?: Readonly<Record<string, string>>): RunningCommand {
  const command = spawnCommand(args, environment);
  onTestFinished(() => {
    command.process.kill("SIGKILL");
  });
  return command;
}

/** Runs the real `sitebay-tickets` to its end. */
export function runCommand(
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return spawnCommand(args, environment).result;
}

/** The command sees the environment that it is given, and nothing of this process's settings. */
function spawnCommand(args: readonly string[], environment: Readonly<Record<string, string>> = {}): RunningCommand {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const result = Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]) => {
      if (typeof code !== "number") throw new Error(`the command was ended by ${signal}: ${stderr}`);
      return { code, stdout, stderr };
    },
  );
  return { process: child, result };
}
