import { browserNetwork } from "./vitest/browser-network.ts";
import { createTicketTest } from "./vitest/ticket-test.ts";

export { expect } from "vitest";
export type { ReceivedRequest } from "./vitest/received-request.ts";
export type { TicketFixtures } from "./vitest/ticket-test.ts";

const network = browserNetwork();

/**
 * Vitest's `test`, each with a world of its own that answers its requests.
 *
 * @example
 * test("opens a ticket", async ({ world }) => {
 *   await openTicket("Site is blank");
 *   expect(world).toHaveReceived("createTicket", { body: { subject: "Site is blank" } });
 * });
 */
export const test = createTicketTest(network);

/** The worlds of the tests that are running, for `serve(runningTests)`: each test's `fetch` reaches its own. */
export const runningTests = network.running;
