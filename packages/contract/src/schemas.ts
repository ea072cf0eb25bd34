export { operationSchemas, type SchemaName, schemas } from "./generated/schemas.ts";
export type { JsonSchema, JsonType, OperationSchemas, ParameterSchema } from "./json-schema.ts";
