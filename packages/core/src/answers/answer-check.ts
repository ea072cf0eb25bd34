import type { Departure, Drift, Validation } from "../drift.ts";
import type { Issue } from "../errors.ts";
import type { Call } from "../transport/call.ts";
import type { AnswerShape } from "./answer-shape.ts";
import { unusableAnswer } from "./json-body.ts";

/**
 * Lets a value through as what it should be.
 *
 * @throws InvalidResponseError when it is something else, or breaks its schema where that is strict
 */
export type AnswerCheck = <T>(shape: AnswerShape<T>, value: unknown, call: Call, response: Response) => T;

interface AnswerCheckOptions {
  readonly validation: Validation | undefined;
  readonly onDrift: (drift: Drift) => void;
}

export function createAnswerCheck({ validation, onDrift }: AnswerCheckOptions): AnswerCheck {
  const counts = new Map<string, number>();

  return (shape, value, call, response) => {
    if (!shape.fits(value)) {
      throw unusableAnswer(call, response, `JSON that is not ${shape.name}`, "check the base URL");
    }
    const departures = validation?.inspect(shape.schema, value) ?? [];
    const mismatches = departures.filter(({ kind }) => kind === "mismatch");
    if (validation?.onMismatch === "throw" && mismatches.length > 0) {
      const issues = mismatches.map(toIssue);
      const listed = mismatches.map(({ at, message }) => `${at || "/"} ${message}`).join("; ");
      const came = `${shape.name} that breaks its schema (${listed})`;
      throw unusableAnswer(call, response, came, "compare the API's description with the service", { issues });
    }
    for (const departure of departures) {
      const key = [shape.schema, departure.at, departure.rule].join(" ");
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      onDrift({ operation: call.operation, schema: shape.schema, ...departure, count });
    }
    return value;
  };
}

function toIssue({ at, message, rule }: Departure): Issue {
  return { loc: at.split("/").slice(1), msg: message, type: rule };
}
