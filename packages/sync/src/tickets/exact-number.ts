/** A number with more digits than a JavaScript number holds, as it was written. */
export class ExactNumber {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

/** The third argument of a reviver, which TypeScript's library does not know yet. */
type ParseWithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/** No text without such a run of digits holds a number that `JSON.parse` would round. */
const MANY_DIGITS = /\d{16}/;

/**
 * Parses JSON without rounding: integers beyond 2^53 and the like become {@link ExactNumber}.
 *
 * @param parsed the same text as `JSON.parse` gives it, returned where nothing was rounded
 */
export function parseExact(text: string, parsed: unknown): unknown {
  if (!MANY_DIGITS.test(text)) return parsed;
  return (JSON.parse as ParseWithSource)(text, (_key, value, { source }) =>
    typeof value === "number" && source !== undefined && MANY_DIGITS.test(source) ? new ExactNumber(source) : value,
  );
}
