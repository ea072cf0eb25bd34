import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { headlessChromium, workerFolder } from "../../../test-kit/interop/browser/headless-chromium.ts";

/** Tests in headless Chromium, which a test starts. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: workerFolder,
  // Found while tests run, they would make the page load again.
  optimizeDeps: { include: ["msw", "msw/browser", "msw/experimental", "openapi-fetch"] },
  test: {
    include: ["interop/browser/*.browser.ts"],
    reporters: ["json"],
    browser: headlessChromium,
  },
});
