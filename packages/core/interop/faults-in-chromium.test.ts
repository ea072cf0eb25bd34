import { expect, test } from "vitest";
import { runVitest } from "../../test-kit/test/vitest-inner-run.ts";

test("faults behind msw in a page are the errors that they are everywhere", async () => {
  const run = await runVitest(new URL("browser/vitest.config.ts", import.meta.url), "faults.browser.ts");
  expect(run.tests.filter(({ state }) => state !== "passed")).toEqual([]);
  expect(run.exitCode, run.printed).toBe(0);
  expect(run.tests.length).toBeGreaterThan(25);
});
