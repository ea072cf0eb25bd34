import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { headlessChromium, workerFolder } from "./headless-chromium.ts";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests in headless Chromium, which a test starts: most of them are those that run in Node as well. */
export default defineConfig({
  root: folder("../.."),
  publicDir: workerFolder,
  // Found while tests run, they would make the page load again.
  optimizeDeps: { include: ["msw", "msw/browser", "msw/experimental"] },
  test: {
    include: ["interop/browser/*.browser.ts", "test/vitest-inner/{unhandled,violations}.inner.ts"],
    reporters: ["json", "src/vitest-reporter.ts"],
    browser: headlessChromium,
  },
});
