import { serve, type TicketServer } from "@sitebay-tickets/test-kit/server";
import { describeFaults } from "./support/faults-suite.ts";

let server: TicketServer | undefined;

describeFaults("over HTTP", {
  async start(world) {
    await server?.close();
    server = await serve(world);
    return server.url;
  },
  async stop() {
    await server?.close();
  },
});
