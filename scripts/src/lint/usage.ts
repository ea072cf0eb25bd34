import { Command } from "commander";

/** Answers `--help`, refuses everything else with exit code 2, and ends the program. */
export function explainUsage(): void {
  new Command("spec:lint")
    .description("Says what is wrong with openapi/tickets.yaml and openapi/curation.yaml, where, and what to do.")
    .addHelpText("after", "\nExit codes: 0 all is well · 1 findings · 2 wrong usage")
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "spec:lint: ")) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .parse();
}
