import { coverageReport } from "../../coverage/coverage-report.ts";
import { done, json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";

export const coverageRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/coverage",
    answer: ({ sessions }) =>
      json(200, { data: sessions.coverage.data, report: coverageReport(sessions.coverage.data) }),
  },
  {
    method: "DELETE",
    path: "/coverage",
    answer({ sessions }) {
      sessions.coverage.clear();
      return done;
    },
  },
];
