import { readFileSync, writeFileSync } from "node:fs";
import { curationFile, fromRoot, specFile } from "../../repository.ts";
import { SpecError } from "../../spec/spec-document.ts";
import type { Curated } from "./adopt.ts";

export const curatedNames: Curated = { spec: fromRoot(specFile), curation: fromRoot(curationFile) };

/** @throws SpecError when either file cannot be read */
export function readCurated(): Curated {
  return { spec: readText(specFile), curation: readText(curationFile) };
}

/** Writes what has changed, and nothing else. @throws SpecError when that is not possible */
export function writeCurated(before: Curated, after: Curated): void {
  if (after.spec !== before.spec) writeText(specFile, after.spec);
  if (after.curation !== before.curation) writeText(curationFile, after.curation);
}

function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new SpecError(fromRoot(file), undefined, `cannot write the file (${(cause as NodeJS.ErrnoException).code})`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new SpecError(fromRoot(file), undefined, `cannot read the file (${(cause as NodeJS.ErrnoException).code})`);
  }
}
