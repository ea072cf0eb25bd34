import { type OperationId, operations } from "@sitebay-tickets/contract";
import { operationSchemas } from "@sitebay-tickets/contract/schemas";
import type { Counts, CoverageData } from "./coverage-data.ts";

/** What coverage is counted of, as floors name it. */
export const coverageAspects = ["operations", "statuses", "parameters", "credentials"] as const;
export type CoverageAspect = (typeof coverageAspects)[number];

/** One thing that the spec has and a test can exercise. */
export interface CoverageItem {
  /** Such as `200`, `5XX`, `query.page`, `body.subject`. */
  readonly name: string;
  /** How often it was exercised. */
  readonly count: number;
}

/** What of the spec was exercised, and how much of it. */
export interface CoverageReport {
  /** Share of what the spec has, from 0 to 100, rounded down: only all of it is 100. */
  readonly percent: Readonly<Record<CoverageAspect, number>>;
  readonly operations: readonly OperationReport[];
  readonly credentials: readonly CoverageItem[];
}

export interface OperationReport {
  readonly operation: OperationId;
  readonly requests: number;
  readonly statuses: readonly CoverageItem[];
  readonly parameters: readonly CoverageItem[];
  /** Statuses that were sent and that the spec does not declare. */
  readonly undeclared: readonly CoverageItem[];
}

/** Holds what was counted against all that the spec has. */
export function coverageReport(data: CoverageData): CoverageReport {
  const reports = Object.values(operations).map(({ id }) => operationReport(id, data));
  const credentials = CREDENTIALS.map((name) => ({ name, count: data.credentials[name] ?? 0 }));
  const used = reports.map(({ operation, requests }) => ({ name: operation, count: requests }));
  return {
    percent: {
      operations: percentOf(used),
      statuses: percentOf(reports.flatMap(({ statuses }) => statuses)),
      parameters: percentOf(reports.flatMap(({ parameters }) => parameters)),
      credentials: percentOf(credentials),
    },
    operations: reports,
    credentials,
  };
}

/** The kinds of credentials, and that there is none. */
const CREDENTIALS = ["key", "login", "cookie", "none"] as const;

function operationReport(operation: OperationId, data: CoverageData): OperationReport {
  const { requests = 0, statuses = {}, parameters = {} } = data.operations[operation] ?? {};
  const declared: readonly string[] = operations[operation].statuses;
  const byDeclared = countBy(statuses, (status) => declaredAs(declared, status));
  const { parameters: declaredParameters, requestBody } = operationSchemas[operation];
  const names = [
    ...declaredParameters.filter((parameter) => parameter.in === "query").map(({ name }) => `query.${name}`),
    ...Object.keys(requestBody?.schema.properties ?? {}).map((name) => `body.${name}`),
  ];
  return {
    operation,
    requests,
    statuses: declared.map((name) => ({ name, count: byDeclared[name] ?? 0 })),
    parameters: names.map((name) => ({ name, count: parameters[name] ?? 0 })),
    undeclared: Object.entries(statuses)
      .filter(([status]) => declaredAs(declared, status) === undefined)
      .map(([name, count]) => ({ name, count })),
  };
}

function declaredAs(declared: readonly string[], status: string): string | undefined {
  return [status, `${status[0]}XX`].find((name) => declared.includes(name));
}

function countBy(counts: Counts, nameOf: (name: string) => string | undefined): Counts {
  const result: Record<string, number> = {};
  for (const [name, count] of Object.entries(counts)) {
    const key = nameOf(name);
    if (key !== undefined) result[key] = (result[key] ?? 0) + count;
  }
  return result;
}

function percentOf(items: readonly CoverageItem[]): number {
  const exercised = items.filter(({ count }) => count > 0).length;
  return items.length === 0 ? 100 : Math.floor((exercised / items.length) * 100);
}
