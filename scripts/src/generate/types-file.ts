import openapiTypeScript, { astToString } from "openapi-typescript";
import type { SpecDocument } from "../spec/spec-document.ts";
import { header } from "./source-text.ts";

/** The API's types: `paths` for openapi-fetch, and one exported type for each schema. */
export async function typesFile(spec: SpecDocument): Promise<string> {
  // The tool changes what it is given.
  const ast = await openapiTypeScript(structuredClone(spec.value) as never, {
    alphabetize: true,
    // A field with a default may be left out of a request.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
  });
  return header + astToString(ast);
}
