import { type OperationId, operations } from "@sitebay-tickets/contract";
import { driftKinds, isDriftKind } from "../drift/drift-kind.ts";
import { type FaultKind, type FaultRule, faultKinds, faultOptions, type OptionType } from "./fault-rule.ts";

/**
 * A rule from outside, once it is known to be one.
 *
 * @throws TypeError that names the part that is wrong, and what it could be
 */
export function checkedRule(rule: unknown): FaultRule {
  if (typeof rule !== "object" || rule === null || Array.isArray(rule)) {
    throw new TypeError(`A fault is an object with a kind, not ${JSON.stringify(rule)}.`);
  }
  const { kind, ...options }: { kind?: unknown } & Record<string, unknown> = { ...rule };
  if (!isFaultKind(kind)) {
    throw new TypeError(`There is no fault ${JSON.stringify(kind)}; there are ${faultKinds.join(", ")}.`);
  }
  const types: Readonly<Record<string, keyof typeof checks>> = { ...faultOptions[kind], ...targetOptions };
  for (const [name, value] of Object.entries(options)) {
    const type = types[name];
    if (type === undefined) {
      throw new TypeError(`The fault ${kind} has no option ${name}; it takes ${Object.keys(types).join(", ")}.`);
    }
    const { isFine, wanted } = checks[type];
    if (value !== undefined && !isFine(value)) {
      throw new TypeError(`The fault ${kind}: ${name} must be ${wanted}, not ${JSON.stringify(value)}.`);
    }
  }
  // Kind, names and values of all options are those of the type.
  return rule as FaultRule;
}

export const targetOptions = {
  operation: "operation",
  times: "count",
  probability: "probability",
  when: "predicate",
} as const;

type TargetOptionType = (typeof targetOptions)[keyof typeof targetOptions];

interface Check {
  readonly isFine: (value: unknown) => boolean;
  readonly wanted: string;
}

const checks: Readonly<Record<OptionType | TargetOptionType, Check>> = {
  boolean: { isFine: (value) => typeof value === "boolean", wanted: "true or false" },
  number: { isFine: (value) => isInteger(value, 0), wanted: "a whole number from 0" },
  status: { isFine: (value) => isInteger(value, 200) && Number(value) <= 599, wanted: "a status from 200 to 599" },
  text: { isFine: (value) => typeof value === "string" && value !== "", wanted: "some text" },
  retryAfter: {
    isFine: (value) => isInteger(value, 0) || (typeof value === "string" && value !== ""),
    wanted: "a number of seconds, or the text of the header",
  },
  drifts: {
    isFine: (value) => Array.isArray(value) && value.every((each) => isDriftKind(String(each))),
    wanted: `a list of ${driftKinds.join(", ")}`,
  },
  operation: {
    isFine: (value) => [value].flat().every((each) => typeof each === "string" && isOperationId(each)),
    wanted: `one or a list of ${Object.keys(operations).join(", ")}`,
  },
  count: { isFine: (value) => isInteger(value, 1), wanted: "a whole number from 1" },
  probability: {
    isFine: (value) => typeof value === "number" && value >= 0 && value <= 1,
    wanted: "a number from 0 to 1",
  },
  predicate: { isFine: (value) => typeof value === "function", wanted: "a function" },
};

function isInteger(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least;
}

export function isFaultKind(kind: unknown): kind is FaultKind {
  return typeof kind === "string" && Object.hasOwn(faultOptions, kind);
}

function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}
