import { checkSpec } from "../generate/check-spec.ts";
import { readOperations } from "../generate/operation-model.ts";
import { validatorsFiles } from "../generate/validators-file.ts";
import { type SpecDocument, SpecError } from "../spec/spec-document.ts";
import type { Finding } from "./finding.ts";

/** The first place, if any, that `pnpm generate` stops at. */
export function lintWithGenerator(spec: SpecDocument): Finding[] {
  try {
    checkSpec(spec);
    validatorsFiles(spec, readOperations(spec));
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const { file, line = 1, reason } = error;
    return [{ file, line, rule: "generate", message: reason, fix: "mend it: nothing can be generated before" }];
  }
}
