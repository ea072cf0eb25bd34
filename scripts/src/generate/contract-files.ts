import type { SpecDocument } from "../spec/spec-document.ts";
import { checkSpec } from "./check-spec.ts";
import { readOperations } from "./operation-model.ts";
import { operationsFile } from "./operations-file.ts";
import { schemasFile } from "./schemas-file.ts";
import { specFile } from "./spec-file.ts";
import { tablesFile } from "./tables-file.ts";
import { validatorsFiles } from "./validators-file.ts";

/**
 * All generated files of the contract, by name. The same spec always gives the same bytes.
 *
 * @throws SpecError at the first place that no code can be generated from
 */
export async function contractFiles(spec: SpecDocument): Promise<ReadonlyMap<string, string>> {
  checkSpec(spec);
  const operations = readOperations(spec);
  const validators = validatorsFiles(spec, operations);
  // Loading it takes longer than all else; a spec that is refused before that does without.
  const { typesFile } = await import("./types-file.ts");
  return new Map([
    ["operations.ts", operationsFile(operations)],
    ["schemas.ts", schemasFile(spec, operations)],
    ["spec.ts", specFile(spec)],
    ["tables.ts", tablesFile(spec)],
    ["types.ts", await typesFile(spec)],
    ["validators.d.ts", validators.declarations],
    ["validators.js", validators.code],
  ]);
}
