import { spec } from "@sitebay-tickets/contract";
import { checkBaseUrl } from "@sitebay-tickets/sync/command/base-url-option";
import {
  CREDENTIAL_VARIABLES,
  credentialsFromEnvironment,
} from "@sitebay-tickets/sync/command/credentials-from-environment";
import { exitCode } from "@sitebay-tickets/sync/command/exit-code";
import { interruptionSignal } from "@sitebay-tickets/sync/command/interruption";
import { UsageError } from "@sitebay-tickets/sync/command/usage-error";
import { Command, InvalidArgumentError, Option } from "commander";
import { endingOf } from "./live/ending.ts";
import { liveReport } from "./live/live-report.ts";
import { createProgress } from "./live/progress.ts";
import { readService } from "./live/read-service.ts";
import { reportText } from "./live/report-text.ts";
import { createServiceReader } from "./live/service-reader.ts";
import { SpecPlaces } from "./live/spec-places.ts";
import { fromRoot, specFile } from "./repository.ts";
import { SpecDocument, SpecError } from "./spec/spec-document.ts";

interface Options {
  readonly baseUrl: string;
  readonly sample: number;
  readonly format: "json" | "text";
}

/** The exit code beside those of the export. */
const DEPARTS = 1;

function parseOptions(): Options {
  return new Command("spec:live")
    .description("Reads the real service, changing nothing, and reports where it departs from openapi/tickets.yaml.")
    .addOption(new Option("--base-url <url>", "address of the service").env("SITEBAY_BASE_URL").default(spec.baseUrl))
    .option("--sample <count>", "how many listed tickets are also read one by one, with their replies", count, 20)
    .addOption(new Option("--format <name>", "how to report on stdout").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      `
Only GET requests are sent, and the login where a password is given. The report holds names,
types and counts, never what a field holds.

Credentials come from the environment, the first that is set:
  ${CREDENTIAL_VARIABLES}

Exit codes:
  0 the service fits the spec · 1 it departs · 2 wrong usage · 4 credentials refused
  5 service unreachable or failing · 6 answer unusable · 70 fault in this program · 130, 143 stopped`,
    )
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "spec:live: ")) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .parse()
    .opts<Options>();
}

function count(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1 to 999999.");
  return Number(text);
}

/** The spec, where the generated code that answers are judged by still says the same. */
function loadSpec(): SpecDocument {
  const document = SpecDocument.load(specFile);
  if (document.hash === spec.hash) return document;
  throw new UsageError(`${fromRoot(specFile)} has changed since the code was generated: run \`pnpm generate\` first.`);
}

async function main(options: Options, signal: AbortSignal): Promise<number> {
  const baseUrl = checkBaseUrl(options.baseUrl);
  const auth = credentialsFromEnvironment(process.env);
  const places = new SpecPlaces(loadSpec());
  const progress = createProgress(process.stderr);
  const service = createServiceReader(baseUrl, auth, signal, progress.wait);
  const reading = await readService(service, places, { sample: options.sample, onProgress: progress.read }).finally(
    progress.clear,
  );
  const report = liveReport(baseUrl, reading, places);
  process.stdout.write(options.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  if (!report.fits) return DEPARTS;
  return report.notRead.some(({ failed }) => failed) ? exitCode.service : exitCode.done;
}

const options = parseOptions();
try {
  process.exitCode = await main(options, interruptionSignal());
} catch (error) {
  const ending =
    error instanceof SpecError ? { exitCode: exitCode.usage, text: error.message } : endingOf(error, options.baseUrl);
  console.error(`spec:live: ${ending.text}`);
  process.exitCode = ending.exitCode;
}
