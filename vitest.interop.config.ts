import { defineConfig } from "vitest/config";

/** Tests that need more than Node and npm: Debian's python3 and chromium, and the right to mount a tmpfs. */
export default defineConfig({
  test: {
    include: ["packages/*/interop/**/*.test.ts", "scripts/interop/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
