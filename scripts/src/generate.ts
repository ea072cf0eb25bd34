import { enableCompileCache } from "node:module";
import { constants } from "node:os";
import path from "node:path";
import { Command, Option } from "commander";
import { contractFiles } from "./generate/contract-files.ts";
import { differences, writeFiles } from "./generate/generated-files.ts";
import { watchSpec } from "./generate/watch-spec.ts";
import { fromRoot, generatedFolder, specFile } from "./repository.ts";
import { SpecDocument, SpecError } from "./spec/spec-document.ts";
import { WriteError } from "./write-error.ts";

interface Options {
  readonly check?: true;
  readonly watch?: true;
}

const FINE = 0;
const FOUND = 1;
const USAGE = 2;

function options(): Options {
  return new Command("generate")
    .description("Writes packages/contract/src/generated from openapi/tickets.yaml.")
    .option("--check", "write nothing; fail and name the files that are out of date")
    .addOption(new Option("--watch", "write again whenever the spec is saved, until Ctrl-C").conflicts("check"))
    .addHelpText("after", "\nExit codes: 0 done · 1 a broken spec, or files that are out of date · 2 wrong usage")
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "generate: ")) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? FINE : USAGE))
    .parse()
    .opts<Options>();
}

async function generate({ check }: Options): Promise<number> {
  const wanted = await contractFiles(SpecDocument.load(specFile));
  const found = differences(wanted);
  const named = [...found.stale, ...found.surplus].map((name) => fromRoot(path.join(generatedFolder, name)));
  if (!check) {
    writeFiles(wanted, found);
    console.log(named.length === 0 ? "generate: all files were up to date" : `generate: wrote ${named.join(", ")}`);
    return FINE;
  }
  if (named.length === 0) return FINE;
  console.error(
    `generate: out of date:\n${named.map((name) => `  ${name}\n`).join("")}Run \`pnpm generate\` and commit the result.`,
  );
  return FOUND;
}

/** Ends as a program does that a signal ended. */
async function watch(): Promise<number> {
  const stop = new AbortController();
  let code = FINE;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      code = 128 + constants.signals[signal];
      stop.abort();
    });
  }
  await watchSpec(stop.signal);
  return code;
}

// For what is loaded later, which takes longest: from the second time on it need not be compiled.
enableCompileCache();
try {
  const chosen = options();
  process.exitCode = await (chosen.watch ? watch() : generate(chosen));
} catch (error) {
  if (!(error instanceof SpecError || error instanceof WriteError)) throw error;
  console.error(`generate: ${error.message}${error instanceof SpecError ? "\nNothing was written." : ""}`);
  process.exitCode = FOUND;
}
