import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests in headless Chromium, which a test starts: most of them are those that run in Node as well. */
export default defineConfig({
  root: folder("../.."),
  // msw's worker stands among its own files; a project of its own would have run `msw init public`.
  publicDir: fileURLToPath(new URL(".", import.meta.resolve("msw/mockServiceWorker.js"))),
  // Found while tests run, they would make the page load again.
  optimizeDeps: { include: ["msw", "msw/browser", "msw/experimental"] },
  test: {
    include: ["interop/browser/*.browser.ts", "test/vitest-inner/{unhandled,violations}.inner.ts"],
    reporters: ["json", "src/vitest-reporter.ts"],
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
