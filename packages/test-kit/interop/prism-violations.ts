import { FAULT_HEADER, OFF_SPEC_HEADER } from "../src/index.ts";

/** One way in which an answer breaks the document, as Prism tells it. */
interface PrismViolation {
  /** `response`, `body`, and from there the way to the value. */
  readonly location: readonly string[];
  readonly severity: string;
  readonly message: string;
}

/**
 * What Prism found wrong with an answer. What it says of the request does not count: many a request
 * is wrong on purpose.
 *
 * @throws when there is so much of it that Prism cut it off
 */
export function responseViolations(headers: Headers): PrismViolation[] {
  const told = headers.get("sl-violations") ?? "[]";
  if (!told.startsWith("[")) throw new Error(`Prism tells more violations than a header holds: ${told}`);
  const violations: PrismViolation[] = JSON.parse(told);
  return violations.filter(({ location }) => location[0] === "response");
}

/** Whether an answer says of itself that it departs from the spec: as a fault, or marked with `offSpec`. */
export function departsOnPurpose(headers: Headers): boolean {
  return headers.has(FAULT_HEADER) || headers.has(OFF_SPEC_HEADER);
}
