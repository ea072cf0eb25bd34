import { defineConfig } from "vitest/config";

const project = (name: string, folder: string) => ({
  extends: true as const,
  test: { name, root: folder, include: ["test/**/*.test.ts"] },
});

export default defineConfig({
  test: {
    // A guard against tests that hang, not a measure: many start real processes, on machines that are busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most tests wait for a process of their own; vitest would leave one processor idle.
    maxWorkers: "100%",
    // What is concurrent within a file mostly waits, too.
    maxConcurrency: 16,
    projects: [
      project("contract", "packages/contract"),
      project("core", "packages/core"),
      project("test-kit", "packages/test-kit"),
      project("sync", "packages/sync"),
      project("scripts", "scripts"),
    ],
  },
});
