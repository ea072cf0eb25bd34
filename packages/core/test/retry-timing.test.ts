import { describe, expect, test } from "vitest";
import { parseRetryAfter, retryDelay } from "../src/transport/retry-timing.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");

describe("Retry-After", () => {
  test.each([
    ["0", 0],
    ["30", 30_000],
    [" 30 ", 30_000],
    ["1.5", 1_500],
    ["Mon, 23 Nov 2026 12:00:10 GMT", 10_000],
    ["Monday, 23-Nov-26 12:00:10 GMT", 10_000],
    ["Mon Nov 23 12:00:10 2026", 10_000],
    ["Mon, 23 Nov 2026 11:59:00 GMT", 0],
  ])("%o means %i ms", (header, expected) => {
    expect(parseRetryAfter(header, NOW)).toBe(expected);
  });

  test.each([null, "", "soon", "-5", "1e3", "0x10", "Infinity", "NaN", "2026-11-23", "Monday"])(
    "%o says nothing",
    (header) => {
      expect(parseRetryAfter(header, NOW)).toBeUndefined();
    },
  );
});

describe("the wait before a retry", () => {
  const settings = { retries: 3, baseMs: 500, capMs: 8_000 };

  test.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [5, 8_000],
    [6, 8_000],
    [2_000, 8_000],
  ])("number %i is a random share of %i ms", (retry, longest) => {
    expect(retryDelay(retry, settings, 0, undefined)).toBe(0);
    expect(retryDelay(retry, settings, 0.25, undefined)).toBe(longest / 4);
    expect(retryDelay(retry, settings, 1, undefined)).toBe(longest);
  });

  test("is never shorter than the service asked for, also beyond the cap", () => {
    expect(retryDelay(1, settings, 0.5, 30_000)).toBe(30_000);
    expect(retryDelay(4, settings, 1, 10)).toBe(4_000);
  });
});
