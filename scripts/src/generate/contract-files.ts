import { SpecDocument } from "../spec/spec-document.ts";
import { checkDocument } from "./check-document.ts";
import { readOperations } from "./operation-model.ts";
import { operationsFile } from "./operations-file.ts";
import { schemasFile } from "./schemas-file.ts";
import { specFile } from "./spec-file.ts";
import { tablesFile } from "./tables-file.ts";
import { typesFile } from "./types-file.ts";
import { validatorsFiles } from "./validators-file.ts";

/** All generated files of the contract, by name. The same spec always gives the same bytes. */
export async function contractFiles(file: string): Promise<ReadonlyMap<string, string>> {
  const spec = SpecDocument.load(file);
  checkDocument(spec);
  const operations = readOperations(spec);
  const validators = validatorsFiles(spec, operations);
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
