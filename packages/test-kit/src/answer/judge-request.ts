import type { OperationId, PathMatch } from "@sitebay-tickets/contract";
import {
  type JsonSchema,
  type OperationSchemas,
  operationSchemas,
  type ParameterSchema,
} from "@sitebay-tickets/contract/schemas";
import { requestBodyValidators, type Validator } from "@sitebay-tickets/contract/validators";
import type { JudgedRequest } from "./declared-operation.ts";
import { type FieldError, Mismatch } from "./field-error.ts";
import { judge, judgeFields, missing } from "./pydantic.ts";
import { FormBody, RawBody } from "./read-body.ts";
import { internalServerError, Refusal } from "./refusal.ts";
import { isWritable } from "./writable.ts";

/**
 * Judges a request's path, query and body, in that order, and reports every failing field of all
 * three together (fastapi/dependencies/utils.py, `solve_dependencies`).
 *
 * @param body what `readBody` made of the body
 */
export function judgeRequest<Id extends OperationId>(
  operation: Id,
  pathParameters: PathMatch["parameters"],
  query: string,
  body: unknown,
): JudgedRequest<Id> | Refusal {
  const judged = judgeAgainst(
    operationSchemas[operation],
    pathParameters,
    new URLSearchParams(query),
    body,
    requestBodyValidators[operation],
  );
  // The schemas that these values were just judged by are those that the type was generated from.
  return judged instanceof Refusal ? judged : (judged as JudgedRequest<Id>);
}

/**
 * `judgeRequest` for an operation that is not of this API: what it takes, judged.
 *
 * @param lastWord the validator of the whole body: it knows rules of a schema that `judge` may not
 */
export function judgeAgainst(
  { parameters, requestBody }: Pick<OperationSchemas, "parameters" | "requestBody">,
  pathParameters: PathMatch["parameters"],
  query: URLSearchParams,
  body: unknown,
  lastWord?: Validator<unknown>,
): { path: unknown; query: unknown; body: unknown } | Refusal {
  const errors: FieldError[] = [];
  const schemas = parameterSchemas(parameters);
  const judged = {
    path: judgeFields(schemas.path, pathParameters, ["path"], errors, null),
    query: judgeTexts(schemas.query, textsOf(query), ["query"], errors),
    body: requestBody && judgeBody(requestBody, body, errors, lastWord),
  };
  if (errors.length > 0) return isWritable(errors) ? new Refusal(422, errors) : internalServerError;
  return isWritable(judged) ? judged : internalServerError;
}

/** Made once for each operation's list of parameters, not for each request. */
function parameterSchemas(parameters: readonly ParameterSchema[]): Readonly<Record<"path" | "query", JsonSchema>> {
  const known = schemasOfParameters.get(parameters);
  if (known) return known;
  const schemas = { path: parametersIn("path", parameters), query: parametersIn("query", parameters) };
  schemasOfParameters.set(parameters, schemas);
  return schemas;
}

const schemasOfParameters = new WeakMap<readonly ParameterSchema[], Readonly<Record<"path" | "query", JsonSchema>>>();

function parametersIn(place: "path" | "query", parameters: readonly ParameterSchema[]): JsonSchema {
  const here = parameters.filter((parameter) => parameter.in === place);
  return {
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
    required: here.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** Where texts come by name, several of one name perhaps. */
type Texts = Pick<FormBody, "get" | "getAll">;

/** Of a parameter that is given twice the last one counts. */
function textsOf(query: URLSearchParams): Texts {
  return { get: (name) => query.getAll(name).at(-1), getAll: (name) => query.getAll(name) };
}

function judgeTexts(schema: JsonSchema, texts: Texts, loc: FieldError["loc"], errors: FieldError[]) {
  const given: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(schema.properties ?? {})) {
    const takesSeveral = [type].flat().includes("array");
    const values = texts.getAll(name);
    const value = takesSeveral && values.length > 0 ? values : texts.get(name);
    if (value !== undefined) given[name] = value;
  }
  return judgeFields(schema, given, loc, errors, null);
}

function judgeBody(
  { required, schema }: NonNullable<OperationSchemas["requestBody"]>,
  body: unknown,
  errors: FieldError[],
  lastWord: Validator<unknown> | undefined,
) {
  if (body === undefined) {
    if (required) errors.push(missing.at(["body"], null));
    return undefined;
  }
  const before = errors.length;
  const value =
    body instanceof FormBody
      ? judgeTexts(schema, body, ["body"], errors)
      : judge(schema, body instanceof RawBody ? body.text : body, ["body"], errors);
  if (errors.length === before && lastWord) errors.push(...remainingErrors(lastWord, value));
  return value;
}

function remainingErrors(validator: Validator<unknown>, value: unknown): FieldError[] {
  if (validator(value)) return [];
  return (validator.errors ?? []).map(({ instancePath, message }) =>
    new Mismatch("value_error", `Value error, ${message}`).at(["body", ...instancePath.split("/").slice(1)], value),
  );
}
