import { handlers } from "@sitebay-tickets/test-kit/msw";
import { setupServer } from "msw/node";
import { describeFaults } from "./support/faults-suite.ts";

const network = setupServer();

describeFaults("behind msw in Node", {
  async start(world) {
    network.resetHandlers(...handlers(world));
    if (network.readyState !== 1) network.listen({ onUnhandledFrame: "bypass" });
    return "https://my.sitebay.org/f/api/v1";
  },
  async stop() {
    network.close();
  },
});
