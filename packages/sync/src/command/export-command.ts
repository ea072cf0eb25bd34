import { spec } from "@sitebay-tickets/contract";
import { Command, InvalidArgumentError, Option } from "commander";
import { exportTickets } from "../export-tickets.ts";
import { latestRun } from "../output/publish.ts";
import { parseTeamId } from "../tickets/team-id.ts";
import { DEFAULT_FORMATS, FORMATS, type Format, isFormat } from "../writers/format.ts";
import { checkBaseUrl } from "./base-url-option.ts";
import { CREDENTIAL_VARIABLES, credentialsFromEnvironment } from "./credentials-from-environment.ts";
import { exitCode } from "./exit-code.ts";
import { failureOf } from "./failure.ts";
import { createReporter, type Reporter } from "./reporter.ts";

interface Options {
  readonly out: string;
  readonly baseUrl: string;
  readonly format: readonly Format[];
  readonly team?: string;
  readonly quiet?: true;
  readonly json?: true;
}

/**
 * `sitebay-tickets export`.
 *
 * @param signal aborts when the user asks to stop
 * @param onExit is told the exit code
 */
export function exportCommand(signal: AbortSignal, onExit: (code: number) => void): Command {
  return new Command("export")
    .description("Exports all tickets, or those of one team, into a new run folder, and points `latest` at it.")
    .addOption(
      new Option("--out <folder>", "output folder: holds runs/ and latest")
        .env("SITEBAY_OUT")
        .argParser(parseOut)
        .makeOptionMandatory(),
    )
    .addOption(new Option("--base-url <url>", "address of the service").env("SITEBAY_BASE_URL").default(spec.baseUrl))
    .addOption(
      new Option("--format <list>", `comma-separated, of ${FORMATS.join(", ")}; NDJSON is always written`)
        .default(DEFAULT_FORMATS, DEFAULT_FORMATS.join(","))
        .argParser(parseFormats),
    )
    .addOption(
      new Option("--team <uuid>", "export this team's tickets alone; use a folder for each team").argParser(parseTeam),
    )
    .addOption(new Option("--quiet", "say nothing but errors").conflicts("json"))
    .addOption(new Option("--json", "report on stderr as JSON, one object a line"))
    .addHelpText(
      "after",
      `
Credentials come from the environment, the first that is set:
  ${CREDENTIAL_VARIABLES}

Exit codes:
  0 done · 2 wrong usage · 4 credentials refused · 5 service unreachable or failing · 6 answer unusable
  7 cannot write · 8 the folder holds runs of other tickets · 70 fault in this program
  75 another run is writing there · 130, 143 stopped`,
    )
    .action(async (options: Options) => onExit(await run(options, signal)));
}

async function run(options: Options, signal: AbortSignal): Promise<number> {
  const reporter = createReporter(process.stderr, options);
  try {
    const result = await exportTickets({
      baseUrl: checkBaseUrl(options.baseUrl),
      auth: credentialsFromEnvironment(process.env),
      out: options.out,
      formats: options.format,
      ...(options.team !== undefined && { team: options.team }),
      signal,
      onProgress: (progress) => reporter.progress(progress),
    });
    reporter.done(result);
    return exitCode.done;
  } catch (error) {
    return reportFailure(error, options.out, reporter);
  }
}

async function reportFailure(error: unknown, out: string, reporter: Reporter): Promise<number> {
  const failure = failureOf(error);
  if (!failure) {
    reporter.fault(error);
    return exitCode.fault;
  }
  // A folder that cannot be read has no run to speak of, and why is said already.
  reporter.failed(failure, await latestRun(out).catch(() => null));
  return failure.exitCode;
}

function parseOut(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("Name a folder.");
  return value;
}

function parseTeam(value: string): string {
  try {
    return parseTeamId(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InvalidArgumentError(error.message);
  }
}

function parseFormats(value: string): Format[] {
  const names = value.split(",").map((name) => name.trim().toLowerCase());
  return names.map((name) => {
    if (!isFormat(name)) throw new InvalidArgumentError(`"${name}" is none of ${FORMATS.join(", ")}.`);
    return name;
  });
}
