import type { ClientEvent, Drift } from "../../../src/index.ts";
import { report } from "../../../src/validation.ts";
import type { Case } from "../case.ts";
import { isTrue, same } from "../check.ts";

export const observing: readonly Case[] = [
  {
    name: "an answer that departs from the description is let through, and told",
    faults: [{ kind: "drift", drifts: ["unknown-field"] }],
    receives: { listTickets: 1 },
    async run({ connect }) {
      const drifts: Drift[] = [];
      const { tickets } = connect({ validate: report(), onDrift: (drift) => drifts.push(drift) });
      same((await tickets.list()).length, 25);
      isTrue(drifts.length > 0 && drifts.every(({ kind }) => kind === "unknown-field"), JSON.stringify(drifts));
    },
  },
  {
    name: "an answer that keeps to the description is told of by no departure",
    receives: { listTickets: 1 },
    async run({ connect }) {
      const drifts: Drift[] = [];
      await connect({ validate: report(), onDrift: (drift) => drifts.push(drift) }).tickets.list();
      same(drifts, []);
    },
  },
  {
    name: "each step of a call is told",
    faults: [{ kind: "serverError", status: 503, times: 1 }],
    receives: { getTicket: 2 },
    async run({ connect, ticket }) {
      const events: ClientEvent[] = [];
      await connect({ onEvent: (event) => events.push(event) }).tickets.get(ticket.id);
      same(
        events.map(({ type }) => type),
        ["request", "response", "retry", "request", "response"],
      );
    },
  },
];
