import { setupTicketWorker, type TicketSetupWorker } from "../../src/browser.ts";
import { describeService } from "../../test/service-suite.ts";

let worker: TicketSetupWorker | undefined;

describeService("over msw in Chromium", {
  async start(world) {
    worker = await setupTicketWorker(world);
    return "https://my.sitebay.org/f/api/v1";
  },
  async stop() {
    await worker?.stop();
  },
});
