import { bearer, createTicketClient, type TicketClientOptions } from "../../src/index.ts";
import type { Service } from "./service.ts";

/** A client of a test's service that waits next to nothing between attempts. */
export function connect({ baseUrl }: Pick<Service, "baseUrl">, options: Partial<TicketClientOptions> = {}) {
  return createTicketClient({ baseUrl, auth: bearer("test-token"), retry: { baseMs: 1, capMs: 1 }, ...options });
}
