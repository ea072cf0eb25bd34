import { median } from "./median.ts";

/** Durations in seconds as two cells of a table: their median, and the fastest and slowest of them. */
export function spread(seconds: readonly number[]): [string, string] {
  const [fastest, slowest] = [Math.min(...seconds), Math.max(...seconds)];
  return [`${median(seconds).toFixed(2)} s`, `${fastest.toFixed(2)} to ${slowest.toFixed(2)} s`];
}
