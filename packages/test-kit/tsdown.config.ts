import { defineConfig } from "tsdown";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/fixtures.ts",
    "src/msw.ts",
    "src/node.ts",
    "src/browser.ts",
    "src/server.ts",
    "src/vitest.ts",
    "src/vitest-browser.ts",
    "src/vitest-reporter.ts",
    "src/main.ts",
  ],
  format: "esm",
  platform: "node",
  dts: true,
  fixedExtension: false,
});
