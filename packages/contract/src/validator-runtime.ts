/**
 * What the generated validators call at run time: the formats that the spec uses, and the two
 * functions that ajv would otherwise require from its own package.
 */

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/i;
/** Most times there are, told without a look at the calendar: it is what validating tickets would spend half its time on. */
const PLAIN_DATE_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

function isCalendarDate(year: number, month: number, day: number): boolean {
  // Day 0 of the next month is the last day of this one.
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function matchesDate(pattern: RegExp): (text: string) => boolean {
  return (text) => {
    const match = pattern.exec(text);
    return match !== null && isCalendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
  };
}

const matchesDateTime = matchesDate(DATE_TIME);

/** The formats that a schema of the spec may name; the generator refuses any other. */
export const formats = {
  /** The zone may be missing: the service's framework often sends naive times, which are UTC. */
  "date-time": (text: string) => PLAIN_DATE_TIME.test(text) || matchesDateTime(text),
  date: matchesDate(DATE),
  email: /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/,
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  uuid4: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i,
  uri: /^[a-z][a-z0-9+.-]*:[^\s]*$/i,
  int32: {
    type: "number",
    validate: (value: number) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
  },
  int64: { type: "number", validate: (value: number) => Number.isInteger(value) },
  float: { type: "number", validate: () => true },
  double: { type: "number", validate: () => true },
  password: true,
  binary: true,
} as const;

/** The length of a string in code points, as JSON Schema counts it. */
export function ucs2length(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  }
  const entries = Object.entries(a);
  const other = new Map(Object.entries(b));
  return (
    entries.length === other.size && entries.every(([key, value]) => other.has(key) && equal(value, other.get(key)))
  );
}
