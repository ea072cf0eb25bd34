import { expect, test } from "vitest";
import { toUtc } from "../src/csv/utc-time.ts";

test.each([
  ["a naive time is UTC", "2023-08-18T03:23:48.123456", "2023-08-18T03:23:48.123456Z"],
  ["a time in UTC stays", "2026-02-03T09:15:27Z", "2026-02-03T09:15:27Z"],
  ["a lower-case zone is written upper-case", "2026-02-03t09:15:27z", "2026-02-03T09:15:27Z"],
  ["an offset is subtracted", "2026-02-03T09:15:27+02:00", "2026-02-03T07:15:27Z"],
  ["a negative offset is added, over midnight and month", "2026-02-28T23:30:00-05:30", "2026-03-01T05:00:00Z"],
  ["an offset without a colon is read", "2026-02-03T00:15:00+0100", "2026-02-02T23:15:00Z"],
  ["a zero offset is written as Z", "2026-02-03T09:15:27+00:00", "2026-02-03T09:15:27Z"],
  ["no digit is lost, nor gained", "2026-02-03T09:15:27.100000001+02:00", "2026-02-03T07:15:27.100000001Z"],
  ["a leap second stays", "2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"],
  ["a space is read as T", "2026-02-03 09:15:27", "2026-02-03T09:15:27Z"],
  ["years before 1000 keep their zeros", "0001-01-01T12:00:00+01:00", "0001-01-01T11:00:00Z"],
])("%s", (_, time, utc) => {
  expect(toUtc(time)).toBe(utc);
});

test.each([
  "",
  "yesterday",
  "2026-02-03",
  "=1+1",
  "2026-02-30T01:00:00+02:00",
  "2026-13-01T01:00:00+02:00",
  "0000-01-01T00:30:00+01:00",
])("what cannot be converted comes back: %j", (text) => {
  expect(toUtc(text)).toBe(text);
});
