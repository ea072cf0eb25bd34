import { defineConfig } from "vitest/config";

/** For runs whose failures are what a test looks at: nothing here is meant to pass by itself. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["*.inner.ts"],
    maxWorkers: 1,
    reporters: ["json", "../../src/vitest-reporter.ts"],
  },
});
