import type { OperationId, PathMatch } from "@sitebay-tickets/contract";
import { type JsonSchema, operationSchemas, type ParameterSchema } from "@sitebay-tickets/contract/schemas";
import { requestBodyValidators } from "@sitebay-tickets/contract/validators";
import { type FieldError, Mismatch } from "./field-error.ts";
import type { JudgedRequest } from "./operation-answers.ts";
import { judge, judgeFields, missing } from "./pydantic.ts";
import { Refusal } from "./refusal.ts";

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
  const { parameters, requestBody } = operationSchemas[operation];
  const errors: FieldError[] = [];
  const judged = {
    path: judgeFields(parametersIn("path", parameters), pathParameters, ["path"], errors, null),
    // Of a parameter that is given twice the last one counts.
    query: judgeFields(
      parametersIn("query", parameters),
      Object.fromEntries(new URLSearchParams(query)),
      ["query"],
      errors,
      null,
    ),
    body: requestBody && judgeBody(operation, requestBody.schema, requestBody.contentType, body, errors),
  };
  // The schemas that these values were just judged by are those that the type was generated from.
  return errors.length > 0 ? new Refusal(422, errors) : (judged as JudgedRequest<Id>);
}

function parametersIn(place: "path" | "query", parameters: readonly ParameterSchema[]): JsonSchema {
  const here = parameters.filter((parameter) => parameter.in === place);
  return {
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
    required: here.filter(({ required }) => required).map(({ name }) => name),
  };
}

function judgeBody(
  operation: OperationId,
  schema: JsonSchema,
  contentType: string,
  body: unknown,
  errors: FieldError[],
) {
  if (body === undefined) {
    errors.push(missing.at(["body"], null));
    return undefined;
  }
  const before = errors.length;
  const isForm = contentType !== "application/json";
  const value =
    isForm && isFormFields(body)
      ? judgeFields(schema, body, ["body"], errors, null)
      : judge(schema, body, ["body"], errors);
  if (errors.length === before) errors.push(...remainingErrors(operation, value));
  return value;
}

function isFormFields(body: unknown): body is Record<string, string> {
  return typeof body === "object" && body !== null;
}

/** The contract's validator has the last word: it knows rules of the schema that `judge` may not. */
function remainingErrors(operation: OperationId, value: unknown): FieldError[] {
  const validator = requestBodyValidators[operation];
  if (!validator || validator(value)) return [];
  return (validator.errors ?? []).map(({ instancePath, message }) =>
    new Mismatch("value_error", `Value error, ${message}`).at(["body", ...instancePath.split("/").slice(1)], value),
  );
}
