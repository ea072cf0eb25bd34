import { defineConfig } from "@playwright/test";

export default defineConfig({
  fullyParallel: true,
  outputDir: "node_modules/.cache/playwright",
  use: {
    launchOptions: {
      // Debian's Chromium, in place of one that Playwright would download.
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    },
  },
});
