import { expect, test } from "vitest";
import { runInner } from "./vitest-inner-run.ts";

test("a hundred tests at once, behind msw and then over HTTP, see their own worlds only", async () => {
  const { tests } = await runInner("isolation.inner.ts", "--maxConcurrency=100");
  expect(tests.filter(({ state }) => state !== "passed")).toEqual([]);
  expect(tests).toHaveLength(200);
});
