import { handlers } from "@sitebay-tickets/test-kit/msw";
import { setupWorker } from "msw/browser";
import { beforeAll } from "vitest";
import { describeFaults } from "../../test/support/faults-suite.ts";

const worker = setupWorker();

// Never stopped: with answers that stall under way, msw would wait for ever. The page ends with the run.
beforeAll(async () => {
  await worker.start({
    quiet: true,
    onUnhandledFrame: "bypass",
    serviceWorker: { url: "/mockServiceWorker.js" },
  });
});

describeFaults("behind msw in Chromium", {
  async start(world) {
    worker.resetHandlers(...handlers(world));
    return "https://my.sitebay.org/f/api/v1";
  },
  stop: () => Promise.resolve(),
});
