/** Compiles, or the types of overrides and faults are not what they should be. */
import { ticket } from "../src/fixtures.ts";
import { createTicketWorld, type FaultRule, offSpec, type Responder } from "../src/index.ts";

const world = createTicketWorld();

world.override("getTicket", () => ({ status: 200, json: ticket(), headers: { "x-request-id": "1" } }));
world.override("getTicket", () => ({ status: 503, json: { detail: "Service Unavailable" } }));
world.override("getTicket", async () => undefined);
world.override("getTicket", () => offSpec("a status to come", { status: 410, text: "gone" }));
// @ts-expect-error: the operation declares no such status
world.override("getTicket", () => ({ status: 201, json: ticket() }));
// @ts-expect-error: a ticket has no number for its subject
world.override("getTicket", () => ({ status: 200, json: { ...ticket(), subject: 7 } }));
// @ts-expect-error: an error has another body
world.override("getTicket", () => ({ status: 404, json: ticket() }));
// @ts-expect-error: there is no such operation
world.override("getTickets", () => undefined);

export const later: Responder<"listTickets"> = async ({ query }) => ({
  status: 200,
  json: query.empty ? [] : [ticket()],
});

export const rules: FaultRule[] = [
  { kind: "rateLimit", retryAfter: 2, operation: "listTickets", times: 3 },
  { kind: "drift", drifts: ["null"], when: ({ operation }) => operation !== "login" },
  // @ts-expect-error: the option belongs to another fault
  { kind: "rateLimit", afterBytes: 3 },
  // @ts-expect-error: there is no such fault
  { kind: "explode" },
];
