import { expect, test } from "vitest";
import { equal, formats, ucs2length } from "../src/validator-runtime.ts";

test.each([
  ["2026-02-03T09:15:27Z", true],
  ["2026-02-03T09:15:27.104233", true],
  ["2026-02-03T09:15:27+02:00", true],
  ["2024-02-29T00:00:00", true],
  ["2100-02-29T00:00:00", false],
  ["2026-00-03T09:15:27Z", false],
  ["2026-02-00T09:15:27Z", false],
  ["2026-02-03T24:00:00Z", false],
  ["2026-02-03T09:60:00Z", false],
  ["2026-02-03T09:15Z", false],
  ["2026-02-03", false],
  ["2026-02-03T09:15:27.Z", false],
  ["2026-02-03T09:15:27+2", false],
])("date-time %s: %s", (text, fits) => {
  expect(formats["date-time"](text)).toBe(fits);
});

test.each([
  ["a@b.example", true],
  ["ünï@b.example", true],
  ["a@b", false],
  ["a b@c.example", false],
  ["a@b..example", false],
])("email %s: %s", (text, fits) => {
  expect(formats.email.test(text)).toBe(fits);
});

test("length counts code points", () => {
  expect([ucs2length("aé"), ucs2length("🙂"), ucs2length("👩‍👩‍👧")]).toEqual([2, 1, 5]);
});

test.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
])("%j equals %j: %s", (a, b, same) => {
  expect(equal(a, b)).toBe(same);
});
