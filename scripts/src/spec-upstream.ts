import { Command, InvalidArgumentError, Option } from "commander";
import { SpecDocument, SpecError } from "./spec/spec-document.ts";
import { adopt, keepOurs } from "./upstream/adopt/adopt.ts";
import { curatedNames, readCurated, writeCurated } from "./upstream/adopt/curated-files.ts";
import { SettleError, settle } from "./upstream/adopt/settle.ts";
import { parseUpstream } from "./upstream/read/parse-document.ts";
import { readSource } from "./upstream/read/read-source.ts";
import { ticketSlice } from "./upstream/read/ticket-slice.ts";
import { UpstreamError } from "./upstream/read/upstream-error.ts";
import { jsonReport } from "./upstream/report/report-json.ts";
import { markdownReport } from "./upstream/report/report-markdown.ts";
import { textReport } from "./upstream/report/report-text.ts";
import { review } from "./upstream/report/review.ts";

interface Options {
  readonly adopt?: readonly string[];
  readonly keep?: readonly string[];
  readonly format: "json" | "markdown" | "text";
  /** Seconds. */
  readonly timeout: number;
}

const FINE = 0;
const FOUND = 1;
const USAGE = 2;

async function main(): Promise<number> {
  const program = new Command("spec:upstream")
    .description("Compares the ticket part of the service's own OpenAPI document with openapi/tickets.yaml.")
    .argument("<document>", "a file or an http(s) address, JSON or YAML; - for stdin")
    .option(
      "--adopt <pointers...>",
      "make openapi/tickets.yaml say what upstream says there; `all` wherever an edit is known",
    )
    .option(
      "--keep <pointers...>",
      "note in openapi/curation.yaml that it is meant to differ there; `all` for all that is left",
    )
    .addOption(new Option("--format <name>", "how to say it").choices(["text", "json", "markdown"]).default("text"))
    .option("--timeout <seconds>", "how long to wait for an address", seconds, 30)
    .addHelpText(
      "after",
      "\nName the document before the pointers.\n\nExit codes: 0 curation.yaml explains every difference · 1 it does not, or has entries that explain nothing · 2 cannot compare, wrong usage",
    )
    .allowExcessArguments(false)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? FINE : USAGE))
    .parse();
  const { adopt: adopted = [], keep: kept = [], format, timeout } = program.opts<Options>();
  const source = await readSource(program.args[0] ?? "-", process.stdin, timeout * 1000);
  const document = parseUpstream(source);
  for (const note of document.notes) console.error(`spec:upstream: ${note}`);

  const before = readCurated();
  const slice = ticketSlice(document.spec, SpecDocument.parse(before.spec, curatedNames.spec));
  const adoption = settle(adopt, adopted, slice, before, curatedNames);
  const { texts, pointers } = settle(keepOurs, kept, slice, adoption.texts, curatedNames);
  writeCurated(before, texts);
  for (const pointer of adoption.pointers) console.error(`spec:upstream: adopted ${pointer}`);
  for (const pointer of pointers) console.error(`spec:upstream: kept ours at ${pointer}`);
  if (adoption.pointers.length + pointers.length > 0) console.error(NEXT);
  const found = review(document, slice, texts, curatedNames);
  process.stdout.write({ text: textReport, markdown: markdownReport, json: jsonReport }[format](found));
  return found.drift.length + found.idle.length === 0 ? FINE : FOUND;
}

const NEXT = "spec:upstream: now run `pnpm spec:lint`, which names what is still to be written, then `pnpm generate`";

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("Expected a number of seconds above 0.");
  return value;
}

try {
  process.exitCode = await main();
} catch (error) {
  const isKnown = error instanceof UpstreamError || error instanceof SpecError || error instanceof SettleError;
  if (!isKnown) throw error;
  console.error(`spec:upstream: ${error.message}`);
  process.exitCode = USAGE;
}
