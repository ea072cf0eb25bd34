import { defineConfig } from "vitest/config";

/** Tests that need Debian's python3, chromium, git, jq and shellcheck, and the right to mount a tmpfs. */
export default defineConfig({
  test: {
    include: ["packages/*/interop/**/*.test.ts", "scripts/interop/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
