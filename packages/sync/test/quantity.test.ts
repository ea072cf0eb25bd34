import { expect, test } from "vitest";
import { progressLine } from "../src/command/progress-line.ts";
import { formatBytes, formatCount } from "../src/command/quantity.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [999_949, "999.9 kB"],
  [999_950, "1.0 MB"],
  [48_200_000, "48.2 MB"],
  [5e12, "5.0 TB"],
  [5e16, "50000.0 TB"],
])("%d bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test("counts are grouped", () => {
  expect(formatCount(1234567)).toBe("1,234,567");
});

test("a progress line tells count, size, rate and time", () => {
  expect(progressLine({ tickets: 12500, bytes: 48_200_000, elapsedMs: 62_400 })).toBe(
    "12,500 tickets  48.2 MB  200 tickets/s  1:02",
  );
  expect(progressLine({ tickets: 0, bytes: 0, elapsedMs: 0 })).toBe("0 tickets  0 B  0 tickets/s  0:00");
});
