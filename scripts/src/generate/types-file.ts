import openapiTypeScript, { astToString } from "openapi-typescript";
import type { SpecDocument } from "../spec/spec-document.ts";
import { header } from "./source-text.ts";

const OPTIONS = {
  alphabetize: true,
  // A field with a default may be left out of a request.
  defaultNonNullable: false,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  rootTypesKeepCasing: true,
  silent: true,
};

/**
 * The API's types: `paths` for openapi-fetch, and one exported type for each schema.
 *
 * @throws SpecError when the tool refuses what nothing else here has refused
 */
export async function typesFile(spec: SpecDocument): Promise<string> {
  // The tool changes what it is given.
  const ast = await openapiTypeScript(structuredClone(spec.value) as never, OPTIONS).catch((cause: unknown) => {
    throw spec.error([], `openapi-typescript refuses the document: ${(cause as Error).message}`);
  });
  return header + astToString(ast);
}
