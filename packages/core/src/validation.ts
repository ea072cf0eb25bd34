import { schemas } from "@sitebay-tickets/contract/schemas";
import { type SchemaViolation, validators } from "@sitebay-tickets/contract/validators";
import { findUnknownFields } from "./answers/unknown-fields.ts";
import type { AnswerSchema, Departure, Validation } from "./drift.ts";

/**
 * Validates answers and lets all of them through: where one departs from the API's description,
 * `onDrift` is told. Fields that the description does not name are told too.
 *
 * @example
 * createTicketClient({ auth, validate: report(), onDrift: (drift) => log.warn(drift, "API drift") });
 */
export function report(): Validation {
  return { onMismatch: "report", inspect };
}

/**
 * Validates answers: one that breaks its schema fails the call with an InvalidResponseError, whose
 * `issues` name the fields. Fields that the description does not name never fail; `onDrift` is told.
 */
export function strict(): Validation {
  return { onMismatch: "throw", inspect };
}

function inspect(schema: AnswerSchema, value: unknown): Departure[] {
  const validate = validators[schema];
  const violations = validate(value) ? [] : (validate.errors ?? []);
  return [
    ...violations.map(toDeparture),
    ...findUnknownFields(schemas[schema], value).map((at) => ({
      kind: "unknown-field" as const,
      at,
      rule: "unknown-field",
      message: "is not part of the schema",
    })),
  ];
}

function toDeparture({ instancePath, keyword, params, message }: SchemaViolation): Departure {
  const at = instancePath.replace(/\/\d+(?=\/|$)/g, "/*");
  if (keyword === "required") {
    // Told where it should be, not at the object that lacks it.
    return { kind: "mismatch", at: `${at}/${params.missingProperty}`, rule: keyword, message: "is missing" };
  }
  return { kind: "mismatch", at, rule: keyword, message: message ?? `breaks the rule ${keyword}` };
}
