import type { Path } from "../spec/json-pointer.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { OperationModel } from "./operation-model.ts";
import { schemaName, schemasInOrder } from "./schema-order.ts";
import { Code, header, literal } from "./source-text.ts";

/** Every schema, and what each operation takes and answers, without `$ref`: a reference is the constant itself. */
export function schemasFile(spec: SpecDocument, operations: readonly OperationModel[]): string {
  const schemas = Object.keys(spec.object(["components", "schemas"]));
  const constants = schemasInOrder(spec)
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
