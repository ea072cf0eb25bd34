import { operationsIn, type WrittenOperation } from "../spec/operations-in.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { Objection } from "./rule.ts";

/** The component that describes each, to be referred to. */
const RESPONSES = {
  "400": "BadRequest",
  "401": "Unauthorized",
  "403": "Forbidden",
  "404": "NotFound",
  "422": "UnprocessableContent",
  "429": "TooManyRequests",
  "5XX": "ServerError",
};

/**
 * Every operation declares the errors that it can end in: any may be refused, throttled or fail; a
 * secured one refuses credentials; one with a path parameter may find nothing; one that takes input
 * may find it wrong.
 */
export function* statuses(spec: SpecDocument): Generator<Objection> {
  for (const operation of operationsIn(spec)) {
    const { responses, operationId } = operation.value;
    // Without any responses it is another rule's.
    if (!isObject(responses)) continue;
    for (const [status, component] of Object.entries(RESPONSES)) {
      const reason = reasonFor(spec, operation, status);
      if (reason === undefined || Object.hasOwn(responses, status)) continue;
      yield {
        path: [...operation.path, "responses"],
        message: `${operationId ?? "the operation"} does not declare ${status}, which ${reason}`,
        fix: `add "${status}" with $ref: "#/components/responses/${component}"`,
      };
    }
  }
}

function reasonFor(spec: SpecDocument, operation: WrittenOperation, status: string): string | undefined {
  const { value, template, path } = operation;
  const hasParameters = [path, path.slice(0, -1)].some((holder) => {
    const list = spec.at([...holder, "parameters"]);
    return Array.isArray(list) && list.length > 0;
  });
  const security = value.security ?? spec.value.security;
  switch (status) {
    case "401":
    case "403":
      return Array.isArray(security) && security.length > 0 ? "every secured operation can answer" : undefined;
    case "404":
      return template.includes("{") ? "every operation with a path parameter can answer" : undefined;
    case "422":
      return hasParameters || value.requestBody !== undefined
        ? "every operation that takes input can answer"
        : undefined;
    default:
      return "every operation can answer";
  }
}
