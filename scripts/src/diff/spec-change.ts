/**
 * What a change means for who calls the service.
 *
 * - `breaking`: a call that works today may fail, or be answered with what its caller cannot expect
 * - `risk`: every call still works, but may do something else
 * - `compatible`: every call works as before
 * - `silent`: nothing changes on the wire, such as words, examples, and the names that code goes by
 */
export const VERDICTS = ["breaking", "risk", "compatible", "silent"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Which way the thing travels. What belongs to an operation as a whole counts as a request. */
export type Direction = "request" | "response";

/** One change of the spec, with all operations that it reaches. */
export interface SpecChange {
  readonly verdict: Verdict;
  readonly direction: Direction;
  /** The operations' ids. */
  readonly operations: readonly string[];
  /** What changed: `Ticket.subject`, `query parameter size`, `GET /support/ticket`. */
  readonly place: string;
  /** How: `type string → string or null`. */
  readonly text: string;
  /** `file:line`, in the head where it still stands there. */
  readonly at: string;
}

export function worst(verdicts: Iterable<Verdict>): Verdict {
  const ranks = [...verdicts].map((verdict) => VERDICTS.indexOf(verdict));
  return VERDICTS[Math.min(...ranks, VERDICTS.length - 1)] ?? "silent";
}
