import { CommanderError } from "commander";
import type { CliEnvironment } from "./cli/cli-environment.ts";
import { type MockOptions, mockCommand } from "./cli/mock-command.ts";
import { serveMock } from "./cli/serve-mock.ts";

const DONE = 0;
const FAILED = 1;
const USAGE = 2;

/**
 * `sitebay-tickets-mock`: serves a world until told to stop; with `coverage`, adds up what such runs wrote.
 *
 * @param args what follows the command's name
 * @returns the exit code: 0 stopped as told (Ctrl-C and SIGTERM are how a server is told) or help
 *   was asked for, 1 cannot listen, or coverage is below its floor, 2 wrong usage
 */
export async function runCli(args: readonly string[], environment: CliEnvironment): Promise<number> {
  const { stdout, stderr } = environment;
  const output = { out: (text: string) => stdout.write(text), error: (text: string) => stderr.write(text) };
  const command = mockCommand(output);
  try {
    if (args[0] === "coverage") {
      const { runCoverage } = await import("./cli/coverage-command.ts");
      return runCoverage(args.slice(1), output);
    }
    command.parse(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USAGE;
    throw error;
  }
  const options = command.opts<MockOptions>();
  try {
    await run(options, args, environment);
    return DONE;
  } catch (error) {
    stderr.write(`error: ${error instanceof Error ? error.message : error}\n`);
    return FAILED;
  }
}

async function run(options: MockOptions, args: readonly string[], environment: CliEnvironment): Promise<void> {
  if (options.watched) {
    const { serveHandedOver } = await import("./cli/watch/serve-handed-over.ts");
    await serveHandedOver(options, environment);
  } else if (options.watch) {
    const { watchMock } = await import("./cli/watch/watch-mock.ts");
    await watchMock(options, args, environment);
  } else {
    await serveMock(options, environment);
  }
}
