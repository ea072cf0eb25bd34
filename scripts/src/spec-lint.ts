import { lintCuration } from "./lint/curation-findings.ts";
import type { Finding } from "./lint/finding.ts";
import { lintWithRedocly } from "./lint/redocly-findings.ts";
import { curationFile, redoclyConfig, specFile } from "./repository.ts";
import { SpecDocument, SpecError } from "./spec/spec-document.ts";

function findings(): readonly Finding[] {
  try {
    const spec = SpecDocument.load(specFile);
    return [...lintWithRedocly(specFile, redoclyConfig), ...lintCuration(SpecDocument.load(curationFile), spec)];
  } catch (error) {
    if (error instanceof SpecError) return [{ place: error.place, rule: "syntax", message: error.reason }];
    throw error;
  }
}

const found = findings();
for (const { place, rule, message } of found) console.error(`${place}: ${message} (${rule})`);
if (found.length > 0) {
  console.error(`spec:lint: ${found.length} ${found.length === 1 ? "finding" : "findings"}`);
  process.exitCode = 1;
}
