import { defineConfig } from "vitest/config";

/** Two files in two workers, which together exercise two of nine operations. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["coverage-*.inner.ts"],
    maxWorkers: 2,
    reporters: [
      "json",
      ["../../src/vitest-reporter.ts", { coverageFloor: { operations: 30 }, coverageFile: process.env.COVERAGE_FILE }],
    ],
  },
});
