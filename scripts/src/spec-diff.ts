import { Command, Option } from "commander";
import { changesetSummary } from "./diff/changeset-summary.ts";
import { announcedSteps, ChangesetError, missingSteps, writeChangeset } from "./diff/changesets.ts";
import type { PackageStep, Step } from "./diff/package-steps.ts";
import { markdownReport } from "./diff/report-markdown.ts";
import { textReport } from "./diff/report-text.ts";
import { mainBranch, revision, UnknownRevisionError, workingTree } from "./diff/revision.ts";
import { SpecError } from "./spec/spec-document.ts";

interface Options {
  readonly format: "json" | "markdown" | "text";
  readonly changeset?: true;
  readonly requireChangeset?: true;
}

const FINE = 0;
const FOUND = 1;
const USAGE = 2;

async function main(): Promise<number> {
  const program = new Command("spec:diff")
    .description("Says what changed in the API's description, whom it breaks, and which version steps it needs.")
    .argument("[base]", "a git revision or a file; by default the main branch")
    .argument("[head]", "a git revision or a file; by default the working tree")
    .addOption(new Option("--format <name>", "how to say it").choices(["text", "json", "markdown"]).default("text"))
    .option("--changeset", "write the version steps as a changeset")
    .option("--require-changeset", "fail on compatible changes too when no changeset announces their steps")
    .addHelpText(
      "after",
      "\nExit codes: 0 no change, a compatible one, or one with its changeset · 1 breaking without the changeset · 2 wrong usage",
    )
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "spec:diff: ")) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? FINE : USAGE))
    .parse();
  const [baseName, headName] = program.args;
  const { format, changeset, requireChangeset } = program.opts<Options>();
  const base = baseName === undefined ? mainBranch() : revision(baseName);
  const head = headName === undefined ? workingTree() : revision(headName);

  if (changeset && head.kind !== "working tree") {
    throw new UnknownRevisionError("a changeset is written for the working tree alone; leave HEAD out");
  }

  // Only the working tree's changesets count: elsewhere they were released, or are somebody else's.
  const announced = () => (head.kind === "working tree" ? announcedSteps(base, head) : new Map<string, Step>());
  // One that cannot be read is told before the long part.
  announced();
  // Who mistyped something need not wait for the compiler to be loaded.
  const { compareSpecs } = await import("./diff/compare-specs.ts");
  const comparison = await compareSpecs(base, head);
  if (changeset && comparison.steps.length > 0) {
    const file = writeChangeset(head.spec.hash, comparison.steps, changesetSummary(comparison));
    console.error(`spec:diff: wrote ${file}`);
  }
  const missing = missingSteps(comparison.steps, announced());
  const report = { text: textReport, markdown: markdownReport, json: jsonReport }[format];
  process.stdout.write(report(comparison, missing));

  const isDemanded = comparison.verdict === "breaking" || requireChangeset;
  if (!isDemanded || missing.length === 0) return FINE;
  console.error("spec:diff: no changeset announces these steps; `pnpm spec:diff --changeset` writes it.");
  return FOUND;
}

function jsonReport(comparison: object, missing: readonly PackageStep[]): string {
  return `${JSON.stringify({ ...comparison, missingChangesets: missing.map(({ name }) => name) }, undefined, 2)}\n`;
}

try {
  process.exitCode = await main();
} catch (error) {
  const isKnown =
    error instanceof UnknownRevisionError || error instanceof SpecError || error instanceof ChangesetError;
  if (!isKnown) throw error;
  console.error(`spec:diff: ${error.message}`);
  process.exitCode = USAGE;
}
