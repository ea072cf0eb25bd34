import { operations } from "@sitebay-tickets/contract";
import { driftKinds } from "../../drift/drift-kind.ts";
import { faultKinds, faultOptions } from "../../faults/fault-rule.ts";
import { faultSummaries } from "../../faults/fault-summaries.ts";
import { json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";

export const choiceRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/choices",
    answer: () =>
      json(200, {
        operations: Object.keys(operations),
        faults: faultKinds.map((kind) => ({ kind, summary: faultSummaries[kind], options: faultOptions[kind] })),
        drifts: driftKinds,
      }),
  },
];
