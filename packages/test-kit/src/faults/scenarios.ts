import type { FaultRule } from "./fault-rule.ts";

/** A bad time that a service can have: how much there is to list, and how it fails. */
export interface Scenario {
  readonly summary: string;
  /** How many tickets there are to begin with, where that is what it is about. */
  readonly tickets?: number;
  readonly faults: readonly FaultRule[];
}

/** Bad times by name. @example createTicketWorld({ ...scenarios.flaky, seed: 7 }) */
export const scenarios = {
  rateLimited: {
    summary: "one request in three is told to come back a second later",
    faults: [{ kind: "rateLimit", retryAfter: 1, probability: 1 / 3 }],
  },
  flaky: {
    summary: "one request in four fails: dropped, cut off, or answered with an error",
    faults: [
      { kind: "drop", probability: 0.06 },
      { kind: "serverError", status: 503, probability: 0.06 },
      { kind: "truncate", probability: 0.06 },
      { kind: "emptyError", status: 502, probability: 0.06 },
    ],
  },
  expiredTokens: {
    summary: "one request in four finds its token expired",
    faults: [{ kind: "expireToken", probability: 0.25 }],
  },
  maintenance: {
    summary: "every request is answered with a page for people, and when to come back",
    faults: [{ kind: "html", status: 503, retryAfter: 120 }],
  },
  hugeAccount: {
    summary: "an old account with 200,000 tickets, more than half a gigabyte",
    tickets: 200_000,
    faults: [],
  },
  slowTrickle: {
    summary: "answers begin after a second and come a kilobyte at a time",
    faults: [{ kind: "slow", headMs: 1000, chunkBytes: 1024, chunkMs: 50 }],
  },
  driftedApi: {
    summary: "the service has moved on: answers depart from the spec in every way",
    faults: [{ kind: "drift" }],
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];
