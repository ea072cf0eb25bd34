import { type OperationId, operations } from "@sitebay-tickets/contract";
import { operationSchemas } from "@sitebay-tickets/contract/schemas";
import { responseValidators, type Validator } from "@sitebay-tickets/contract/validators";
import { takeCensus, type ValueListener } from "./census.ts";
import { DepartureCount } from "./departure-count.ts";
import { Place } from "./place.ts";
import { countViolations } from "./violations.ts";

/** What the spec says of the answers of one operation with one status. */
interface Declared {
  /** As the spec writes it: `200`, `5XX`. */
  readonly status: string;
  readonly root: Place;
  readonly validator: Validator<unknown>;
}

/** The answers of one operation with one status, held against the spec and counted. */
export class AnswerTally {
  readonly operation: OperationId;
  readonly status: number;
  /** Undefined when the spec knows no such status. */
  readonly declared: Declared | undefined;
  /** How many answers were held against the spec. */
  judged = 0;
  /** Of answers as a whole; those within stand at the places. */
  readonly departures = new DepartureCount();

  constructor(operation: OperationId, status: number) {
    this.operation = operation;
    this.status = status;
    this.declared = declaredFor(operation, status);
  }

  /** @param answer which answer of its operation it is, from 1 */
  judge({ root, validator }: Declared, value: unknown, answer: number, onValue: ValueListener): void {
    const standing = { answer, steps: [] };
    takeCensus(root, value, standing, onValue);
    if (!validator(value)) countViolations(root, value, validator.errors ?? [], standing);
  }

  /** As `judge`, for one element of an array that is never whole. */
  judgeElement(
    { root, validator }: Declared,
    element: unknown,
    index: number,
    answer: number,
    onValue: ValueListener,
  ): void {
    const standing = { answer, steps: [index] };
    const place = root.items;
    if (!place) return;
    takeCensus(place, element, standing, onValue);
    // There is a validator for the array only: one with this single element does.
    if (validator([element])) return;
    const violations = (validator.errors ?? []).map((violation) => ({
      ...violation,
      instancePath: violation.instancePath.replace(/^\/0/, ""),
    }));
    countViolations(place, element, violations, standing);
  }
}

function declaredFor(operation: OperationId, status: number): Declared | undefined {
  const statuses: readonly string[] = operations[operation].statuses;
  const declared = [String(status), `${Math.floor(status / 100)}XX`, "default"].find((each) => statuses.includes(each));
  const schema = declared && operationSchemas[operation].responses[declared];
  const validator = declared && responseValidators[operation][declared];
  return schema && validator ? { status: declared, root: new Place(schema), validator } : undefined;
}
