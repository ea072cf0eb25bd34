import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";

/** msw's worker stands among its own files; a project of its own would have run `msw init public`. */
export const workerFolder = fileURLToPath(new URL(".", import.meta.resolve("msw/mockServiceWorker.js")));

/** Debian's Chromium, without a window. */
export const headlessChromium = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    },
  }),
  instances: [{ browser: "chromium" as const }],
};
