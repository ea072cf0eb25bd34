import type { Case, Given } from "../case.ts";
import { same } from "../check.ts";

const reason = new Error("The user went away.");

/** Whether a call that is left at some moment ends with the caller's own reason. */
async function endsWithReason(call: (signal: AbortSignal, leave: () => void) => Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  const error = await call(controller.signal, () => controller.abort(reason)).catch((caught: unknown) => caught);
  if (error !== reason) throw new Error(`Expected the reason, got ${error}`);
}

export const leaving: readonly Case[] = [
  {
    name: "a call that is left while the service thinks ends with the reason",
    faults: [{ kind: "stall" }],
    receives: { getTicket: 1 },
    run: ({ connect, ticket }: Given) =>
      endsWithReason((signal, leave) => {
        setTimeout(leave, 200);
        return connect().tickets.get(ticket.id, { signal });
      }),
  },
  {
    name: "a call that is left while it waits for another attempt ends with the reason",
    faults: [{ kind: "serverError", status: 503, retryAfter: 60 }],
    receives: { getTicket: 1 },
    run: ({ connect, ticket }) =>
      endsWithReason((signal, leave) => {
        const client = connect({ onEvent: ({ type }) => type === "retry" && setTimeout(leave, 1) });
        return client.tickets.get(ticket.id, { signal });
      }),
  },
  {
    name: "a stream that is left while it waits for data ends with the reason",
    faults: [{ kind: "stall", afterBytes: 30_000 }],
    receives: { listTickets: 1 },
    run: ({ connect, ticket }) =>
      endsWithReason(async (signal, leave) => {
        const stream = connect().tickets.stream({ signal });
        same((await stream.next()).value, ticket);
        setTimeout(leave, 50);
        for await (const _ of stream);
      }),
  },
];
