import { expect, test } from "vitest";
import { isAtLeast } from "../src/node-version.ts";

test.each([
  ["24.15.0", true],
  ["24.21.3", true],
  ["26.0.0", true],
  ["24.14.9", false],
  ["24.2.0", false],
  ["22.30.0", false],
  ["20.20.2", false],
])("Node %s is at least 24.15: %s", (version, enough) => {
  expect(isAtLeast(version, "24.15")).toBe(enough);
});
