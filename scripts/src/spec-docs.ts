import { Command } from "commander";
import { annotatedDocument } from "./docs/annotated-document.ts";
import { readCurationNotes } from "./docs/curation-notes.ts";
import { referencePage } from "./docs/reference-page.ts";
import { writeAtomically } from "./docs/write-atomically.ts";
import { checkSpec } from "./generate/check-spec.ts";
import { lintWithRedocly } from "./lint/redocly-findings.ts";
import { curationFile, redoclyConfig, specFile } from "./repository.ts";
import { SpecDocument, SpecError } from "./spec/spec-document.ts";
import { WriteError } from "./write-error.ts";

/** @throws SpecError when the document is no OpenAPI document that a page could be made of */
async function loadSpec(): Promise<SpecDocument> {
  const spec = SpecDocument.load(specFile);
  checkSpec(spec);
  // Redoc draws whatever it can of a broken document and says nothing.
  const broken = (await lintWithRedocly(specFile, redoclyConfig)).find(({ rule }) => rule === "struct");
  if (broken) throw new SpecError(broken.file, broken.line, broken.message);
  return spec;
}

async function main(): Promise<void> {
  const { out } = new Command("spec:docs")
    .description("Writes the API's reference as one HTML page that opens without a network.")
    .option("--out <file>", "where to write the page", "out/reference.html")
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "spec:docs: ")) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .parse()
    .opts<{ out: string }>();
  const curation = readCurationNotes(SpecDocument.load(curationFile));
  const spec = await loadSpec();
  writeAtomically(out, await referencePage(annotatedDocument(spec, curation)));
  console.log(`spec:docs: wrote ${out}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SpecError || error instanceof WriteError)) throw error;
  console.error(`spec:docs: ${error.message}`);
  process.exitCode = 1;
}
