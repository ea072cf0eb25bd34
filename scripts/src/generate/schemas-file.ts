import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { OperationModel } from "./operation-model.ts";
import { Code, header, literal } from "./source-text.ts";

/** Every schema, and what each operation takes and answers, without `$ref`: a reference is the constant itself. */
export function schemasFile(spec: SpecDocument, operations: readonly OperationModel[]): string {
  const schemas = Object.keys(spec.object(["components", "schemas"]));
  const ordered: string[] = [];
  for (const name of schemas) orderByDependency(spec, name, [], ordered);

  const constants = ordered
    .map((name) => `const ${name}: JsonSchema = ${literal(dereferenced(spec, ["components", "schemas", name]))};\n`)
    .join("\n");
  const byOperation = Object.fromEntries(
    operations.map((operation) => [
      operation.id,
      {
        parameters: operation.parameters.map((parameter) => ({
          ...parameter,
          schema: dereferenced(spec, parameter.schema),
        })),
        requestBody: operation.requestBody && {
          ...operation.requestBody,
          schema: dereferenced(spec, operation.requestBody.schema),
        },
        responses: Object.fromEntries(
          operation.responses.map((response) => [response.status, dereferenced(spec, response.schema)]),
        ),
      },
    ]),
  );
  return `${header}import type { JsonSchema, OperationSchemas } from "../json-schema.ts";
import type { OperationId } from "./operations.ts";

${constants}
/** Every schema of the API, by its name. */
export const schemas = { ${schemas.join(", ")} };

export type SchemaName = keyof typeof schemas;

/** What each operation takes and answers. */
export const operationSchemas: Record<OperationId, OperationSchemas> = ${literal(byOperation)};
`;
}

/** Puts a schema behind those that it refers to, so that each constant is defined before its use. */
function orderByDependency(spec: SpecDocument, name: string, above: readonly string[], ordered: string[]): void {
  if (ordered.includes(name)) return;
  const here = ["components", "schemas", name];
  if (above.includes(name))
    throw spec.error(here, `the schema contains itself (${[...above, name].join(" → ")}), which no tool here supports`);
  for (const reference of referencesIn(spec.object(here)))
    orderByDependency(spec, schemaName(spec, here, reference), [...above, name], ordered);
  ordered.push(name);
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return typeof value.$ref === "string" ? [value.$ref] : Object.values(value).flatMap(referencesIn);
}

function dereferenced(spec: SpecDocument, path: Path): unknown {
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (!isObject(value)) return value;
    if (typeof value.$ref === "string") return new Code(schemaName(spec, path, value.$ref));
    const kept = Object.entries(value).filter(([key]) => !key.startsWith("x-"));
    return Object.fromEntries(kept.map(([key, item]) => [key, replace(item)]));
  };
  return replace(spec.object(path));
}

function schemaName(spec: SpecDocument, path: Path, reference: string): string {
  const [components, schemas, name, ...rest] = fromPointer(reference);
  if (components !== "components" || schemas !== "schemas" || name === undefined || rest.length > 0) {
    throw spec.error(path, `a schema refers to ${reference}, which is not among components/schemas`);
  }
  return name;
}
