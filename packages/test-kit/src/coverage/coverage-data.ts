import type { OperationId } from "@sitebay-tickets/contract";

/** What requests exercised of the API, counted. Plain data: JSON holds it, and two of them add up. */
export interface CoverageData {
  readonly operations: Readonly<Partial<Record<OperationId, OperationCoverage>>>;
  /** By kind of credential that was accepted: `key`, `login`, `cookie`; `none` where none was. */
  readonly credentials: Counts;
}

export interface OperationCoverage {
  /** How many there were, those without an answer too. */
  readonly requests: number;
  /** By status, as it was sent: `200`. Dropped connections have none. */
  readonly statuses: Counts;
  /** Which parameters and fields were sent: `query.page`, `body.subject`. */
  readonly parameters: Counts;
}

export type Counts = Readonly<Record<string, number>>;

export const noCoverage: CoverageData = { operations: {}, credentials: {} };

/** What either of them counted, together. */
export function mergeCoverage(one: CoverageData, other: CoverageData): CoverageData {
  const operations = { ...one.operations };
  for (const [id, { requests, statuses, parameters }] of Object.entries(other.operations)) {
    // The keys of `operations` are all that come out of its entries.
    const before = operations[id as OperationId];
    operations[id as OperationId] = {
      requests: (before?.requests ?? 0) + requests,
      statuses: sum(before?.statuses ?? {}, statuses),
      parameters: sum(before?.parameters ?? {}, parameters),
    };
  }
  return { operations, credentials: sum(one.credentials, other.credentials) };
}

function sum(one: Counts, other: Counts): Counts {
  const counts = { ...one };
  for (const [name, count] of Object.entries(other)) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

/**
 * Coverage that was written as JSON.
 *
 * @throws SyntaxError when the text is none
 */
export function parseCoverage(text: string): CoverageData {
  const data: unknown = JSON.parse(text);
  if (isRecord(data) && isCounts(data.credentials) && isRecord(data.operations)) {
    const all = Object.values(data.operations);
    if (
      all.every(
        (each) =>
          isRecord(each) && Number.isInteger(each.requests) && isCounts(each.statuses) && isCounts(each.parameters),
      )
    ) {
      // Everything that the type says was just looked at, but for the names of operations.
      return data as unknown as CoverageData;
    }
  }
  throw new SyntaxError("It is JSON, and no coverage.");
}

function isCounts(value: unknown): value is Counts {
  return isRecord(value) && Object.values(value).every((count) => Number.isInteger(count));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
