import { curationFile, specFile } from "../repository.ts";
import { SpecDocument, SpecError } from "../spec/spec-document.ts";
import { lintCuration } from "./curation-findings.ts";
import type { Finding } from "./finding.ts";
import { lintWithGenerator } from "./generator.ts";
import { lintWithOwnRules } from "./own-findings.ts";

/** What our own rules say of the spec and of curation.yaml. Of a text that cannot be read, only that. */
export function lintOurselves(): Finding[] {
  let spec: SpecDocument;
  try {
    spec = SpecDocument.load(specFile);
  } catch (error) {
    return [unreadable(error)];
  }
  return [...lintWithOwnRules(spec), ...lintWithGenerator(spec), ...lintOfCuration(spec)];
}

function lintOfCuration(spec: SpecDocument): readonly Finding[] {
  try {
    return lintCuration(SpecDocument.load(curationFile), spec);
  } catch (error) {
    return [unreadable(error)];
  }
}

function unreadable(error: unknown): Finding {
  if (!(error instanceof SpecError)) throw error;
  const { file, line = 1, reason } = error;
  return { file, line, rule: "syntax", message: reason, fix: "mend the file's text: nothing in it can be read before" };
}
