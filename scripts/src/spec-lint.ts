import { enableCompileCache } from "node:module";
import { Command } from "commander";
import { mergedFindings } from "./lint/merged-findings.ts";
import { startRedoclyLint } from "./lint/redocly-findings.ts";
import { curationFile, fromRoot, redoclyConfig, specFile } from "./repository.ts";

const FINE = 0;
const FOUND = 1;
const USAGE = 2;

new Command("spec:lint")
  .description("Says what is wrong with openapi/tickets.yaml and openapi/curation.yaml, where, and what to do.")
  .addHelpText("after", "\nExit codes: 0 all is well · 1 findings · 2 wrong usage")
  .allowExcessArguments(false)
  .showSuggestionAfterError(false)
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "spec:lint: ")) })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? FINE : USAGE))
  .parse();

const redocly = startRedoclyLint(specFile, redoclyConfig);
// Loaded while Redocly runs, and from the second time on without being compiled: loading is half of our own time.
enableCompileCache();
const { lintOurselves } = await import("./lint/lint-ourselves.ts");
const own = lintOurselves();
const found = mergedFindings([...own, ...(await redocly)]);
for (const { file, line, message, rule, fix } of found)
  console.error(`${file}:${line}: ${message} (${rule})\n  Fix: ${fix}`);
if (found.length > 0) {
  console.error(`spec:lint: ${found.length} ${found.length === 1 ? "finding" : "findings"}`);
  process.exitCode = FOUND;
} else {
  console.log(`spec:lint: nothing to say against ${fromRoot(specFile)} and ${fromRoot(curationFile)}`);
}
