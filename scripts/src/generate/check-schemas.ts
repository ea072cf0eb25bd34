import type { Path } from "../spec/json-pointer.ts";
import { mappingsIn } from "../spec/mappings.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";
import { isIdentifier } from "./identifier.ts";
import { schemasInOrder } from "./schema-order.ts";

/** Words of the language, and names that stand beside the schemas' in the generated files and in their index. */
const TAKEN = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
  function if implements import in instanceof interface let new null package private protected public return static
  super switch this throw true try typeof undefined var void while with yield
  any bigint boolean never number object string symbol type unknown __proto__
  $defs components equal formats matchPath operationSchemas operations paths requestBodyValidators responseValidators
  schemas spec tables types ucs2length validators webhooks ColumnKind ExportColumn ExportTable JsonSchema Method
  Operation OperationId OperationPath OperationSchemas PathMatch Record SchemaName Validator`.split(/\s+/),
);
const COMBINATIONS = ["$ref", "allOf", "anyOf", "oneOf"];

/** Refuses schemas that no type or validator could be written for. @throws SpecError */
export function checkSchemas(spec: SpecDocument): void {
  for (const name of Object.keys(spec.object(["components", "schemas"]))) {
    const here = ["components", "schemas", name];
    if (!isIdentifier(name)) throw spec.error(here, `${name} cannot be a name in code; write it in PascalCase`);
    if (TAKEN.has(name)) throw spec.error(here, `the generated code has another ${name}; choose another name`);
    spec.object(here);
  }
  for (const { path, value, isSchema } of mappingsIn(spec)) if (isSchema) checkSchema(spec, path, value);
  schemasInOrder(spec);
}

function checkSchema(spec: SpecDocument, path: Path, schema: JsonObject): void {
  const { $ref, properties, required } = schema;
  if (typeof $ref === "string" && !/^#\/components\/schemas\/[^/]+$/.test($ref))
    throw spec.error([...path, "$ref"], `${$ref} is no schema of components/schemas`);
  if (properties !== undefined && !isObject(properties))
    throw spec.error([...path, "properties"], "expected a mapping here");
  if (properties && Object.hasOwn(properties, "__proto__"))
    throw spec.error([...path, "properties", "__proto__"], "JavaScript has another use for the name __proto__");
  if (required === undefined) return;
  if (!Array.isArray(required)) throw spec.error([...path, "required"], "expected a list of properties");
  const twiceAt = required.findIndex((name, i) => required.indexOf(name) < i);
  if (twiceAt !== -1) throw spec.error([...path, "required", twiceAt], `${required[twiceAt]} is required twice`);
  if (COMBINATIONS.some((key) => key in schema)) return;
  const undefinedAt = required.findIndex((name) => typeof name !== "string" || !Object.hasOwn(properties ?? {}, name));
  if (undefinedAt !== -1)
    throw spec.error(
      [...path, "required", undefinedAt],
      `${JSON.stringify(required[undefinedAt])} is required, but is no property`,
    );
}
