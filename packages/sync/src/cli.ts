import { Command, CommanderError } from "commander";
import { exitCode } from "./command/exit-code.ts";
import { exportCommand } from "./command/export-command.ts";
import { tool } from "./tool.ts";

/**
 * Runs `sitebay-tickets`.
 *
 * @param argv as in `process.argv`
 * @param signal aborts when the user asks to stop
 * @returns the exit code
 */
export async function runCli(argv: readonly string[], signal: AbortSignal): Promise<number> {
  let result: number = exitCode.done;
  const program = new Command("sitebay-tickets")
    .description("Exports SiteBay support tickets, all or nothing.")
    .version(tool.version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "sitebay-tickets: ")) })
    .configureHelp({ showGlobalOptions: true });
  program.addCommand(
    exportCommand(signal, (code) => {
      result = code;
    }).copyInheritedSettings(program),
  );
  try {
    await program.parseAsync(argv);
    return result;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed its message already; help and version are no errors.
    return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  }
}
