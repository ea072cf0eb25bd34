import { type OperationId, operations } from "@sitebay-tickets/contract";
import { responseValidators, type Validator } from "@sitebay-tickets/contract/validators";
import type { ServiceResponse } from "../answer/service-messages.ts";
import type { Violation } from "./judgements.ts";

/**
 * Holds an answer against what the spec declares for the operation: its status, that it is JSON, and
 * its body. A list is judged item by item, as it is read.
 *
 * @returns the first violation; undefined when there is none, or for a list none yet
 */
export function judgeResponse(operation: OperationId, response: ServiceResponse): Violation | undefined {
  const { status, headers, body } = response;
  const violation = (pointer: string, message: string) => ({ operation, status, pointer, message });
  const validator = validatorOf(operation, status);
  if (!validator) return violation("", `${operation} declares ${operations[operation].statuses.join(", ")} only`);
  if (!/^application\/(?:.+\+)?json\b/.test(headers["content-type"] ?? "")) {
    return violation("", `its type is ${headers["content-type"] ?? "missing"}, not application/json`);
  }
  if (body.kind === "list") return undefined;
  const parsed = body.kind === "json" ? body : parse(body.text);
  return parsed ? judgeBody(operation, status, validator, parsed.value) : violation("", "it is not JSON");
}

/**
 * The items of a list, each judged before it is handed on.
 *
 * @throws what `fail` throws
 */
export function* judgedItems(
  operation: OperationId,
  status: number,
  items: Iterable<unknown>,
  fail: (violation: Violation) => never,
): Generator<unknown, void, undefined> {
  const validator = validatorOf(operation, status);
  let index = 0;
  for (const item of items) {
    const violation = validator && judgeBody(operation, status, validator, [item]);
    if (violation) fail({ ...violation, pointer: violation.pointer.replace(/^\/0/, `/${index}`) });
    yield item;
    index += 1;
  }
}

function judgeBody(
  operation: OperationId,
  status: number,
  validator: Validator<unknown>,
  value: unknown,
): Violation | undefined {
  if (validator(value)) return undefined;
  const [first] = validator.errors ?? [];
  return { operation, status, pointer: first?.instancePath ?? "", message: first?.message ?? "it does not fit" };
}

function validatorOf(operation: OperationId, status: number): Validator<unknown> | undefined {
  const declared = responseValidators[operation];
  return declared[status] ?? declared[`${Math.floor(status / 100)}XX`];
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
