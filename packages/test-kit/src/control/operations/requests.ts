import { operations } from "@sitebay-tickets/contract";
import { ControlRefusal, done, json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";

export const requestRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/requests",
    query: ["operation", "since", "limit"],
    answer({ world: { requests }, query }) {
      const operation = operationIn(query);
      const found = requests
        .since(numberIn(query, "since") ?? 0)
        .filter(({ request }) => operation === undefined || request.operation === operation);
      const limit = numberIn(query, "limit") ?? DEFAULT_LIMIT;
      return json(200, {
        count: requests.count,
        first: requests.first,
        last: requests.last,
        requests: found
          .slice(Math.max(0, found.length - limit))
          .map(({ number, request }) => ({ number, ...request.toJSON() })),
      });
    },
  },
  {
    method: "DELETE",
    path: "/requests",
    answer({ world }) {
      world.requests.clear();
      return done;
    },
  },
];

const DEFAULT_LIMIT = 1000;

function operationIn(query: URLSearchParams): string | undefined {
  const operation = query.get("operation");
  if (operation === null || Object.hasOwn(operations, operation)) return operation ?? undefined;
  const known = Object.keys(operations).join(", ");
  throw new ControlRefusal(400, `There is no operation ${JSON.stringify(operation)}; there are ${known}.`);
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ControlRefusal(
    400,
    `The query parameter ${name} must be a whole number from 0, not ${JSON.stringify(text)}.`,
  );
}
