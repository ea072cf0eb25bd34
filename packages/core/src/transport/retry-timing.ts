import type { RetrySettings } from "../defaults.ts";

const SECONDS = /^\d+(?:\.\d+)?$/;
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/**
 * Reads a `Retry-After` header, in seconds or as an HTTP date.
 *
 * @returns milliseconds from now, 0 for a date in the past; undefined when there is no header, or
 *   none that can be understood: it then only loses its say in the timing
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  const text = header?.trim() ?? "";
  if (SECONDS.test(text)) return Number(text) * 1_000;
  if (!HTTP_DATE.test(text)) return undefined;
  // The oldest of the three forms names no zone; it means the same one.
  const date = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

/**
 * How long to wait before a retry: a random share of a time that doubles with each one ("full
 * jitter"), so that clients which failed together do not return together; never less than the
 * service asked for.
 *
 * @param retry which retry this is; the first is 1
 * @param random from 0 up to 1
 * @returns milliseconds
 */
export function retryDelay(
  retry: number,
  { baseMs, capMs }: RetrySettings,
  random: number,
  retryAfterMs: number | undefined,
): number {
  const jittered = random * Math.min(capMs, baseMs * 2 ** (retry - 1));
  return Math.max(jittered, retryAfterMs ?? 0);
}
