import { ControlRefusal, done, json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";

export const sessionRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/sessions",
    answer: ({ sessions }) =>
      json(
        200,
        [...sessions].map(([name, { size, requests, faults, judgements }]) => ({
          name: name ?? null,
          tickets: size,
          requests: requests.count,
          faults: faults.list().length,
          violations: judgements.violations.length,
        })),
      ),
  },
  {
    method: "DELETE",
    path: "/sessions/{name}",
    answer({ sessions, parameters: { name = "" } }) {
      if (sessions.end(name)) return done;
      const { names } = sessions;
      const there = names.length === 0 ? "there is none" : `there are ${names.slice(0, MOST_NAMED).join(", ")}`;
      throw new ControlRefusal(404, `There is no session ${JSON.stringify(name)}; ${there}.`);
    },
  },
];

const MOST_NAMED = 20;
