import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

/** Tests in headless Chromium, which a test starts. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  // msw's worker stands among its own files; a project of its own would have run `msw init public`.
  publicDir: fileURLToPath(new URL(".", import.meta.resolve("msw/mockServiceWorker.js"))),
  // Found while tests run, they would make the page load again.
  optimizeDeps: { include: ["msw", "msw/browser", "msw/experimental", "openapi-fetch"] },
  test: {
    include: ["interop/browser/*.browser.ts"],
    reporters: ["json"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: "/usr/bin/chromium",
          args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        },
      }),
      instances: [{ browser: "chromium" }],
    },
  },
});
