import { type OperationId, operations } from "@sitebay-tickets/contract";
import type { LoggedRequest } from "../world/logged-request.ts";
import { TicketWorld } from "../world/ticket-world.ts";
import { type Difference, differences } from "./differences.ts";
import type { ReceivedRequest } from "./received-request.ts";

/** What vitest lends a matcher. */
export interface Comparing {
  readonly isNot: boolean;
  equals(a: unknown, b: unknown): boolean;
  readonly utils: { printExpected(value: unknown): string; printReceived(value: unknown): string };
}

/**
 * The matcher behind `expect(world).toHaveReceived(operation, expected)`.
 *
 * @throws TypeError for what is no world, or no operation
 */
export function toHaveReceived<Id extends OperationId>(
  this: Comparing,
  world: unknown,
  operation: Id,
  expected: ReceivedRequest<Id> = {},
): { pass: boolean; message: () => string } {
  if (!(world instanceof TicketWorld)) {
    throw new TypeError("toHaveReceived asks a world: expect(world).toHaveReceived(…).");
  }
  if (!Object.hasOwn(operations, operation)) {
    throw new TypeError(`${operation} is no operation; there are ${Object.keys(operations).join(", ")}.`);
  }
  const { times, ...request } = expected;
  const compared = world.requests.of(operation).map((logged) => ({
    logged,
    differences: differences(asLogged(request), logged, (a, b) => this.equals(a, b)),
  }));
  const fitting = compared.filter(({ differences }) => differences.length === 0).map(({ logged }) => logged);
  return {
    pass: times === undefined ? fitting.length > 0 : fitting.length === times,
    message: () => {
      if (compared.length === 0) return `${operation} was never received. ${othersText(world)}`;
      if (this.isNot || fitting.length > 0) return countText(operation, fitting, times, this.isNot);
      return closestText(operation, compared, this.utils);
    },
  };
}

interface Compared {
  readonly logged: LoggedRequest;
  readonly differences: readonly Difference[];
}

/** Queries and paths are logged as they were sent: as text. */
function asLogged<Id extends OperationId>(expected: ReceivedRequest<Id>): object {
  const { query, pathParameters, ...rest } = expected;
  return {
    ...rest,
    ...(query && { query: texts(query) }),
    ...(pathParameters && { pathParameters: texts(pathParameters) }),
  };
}

function texts(values: object): Record<string, unknown> {
  const isPrimitive = (value: unknown) => typeof value === "number" || typeof value === "boolean";
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isPrimitive(value) ? String(value) : value]),
  );
}

function othersText(world: TicketWorld): string {
  const counts = new Map<string, number>();
  for (const { operation, method, path } of world.requests) {
    const name = operation ?? `${method} ${path}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return "The world received no request at all.";
  return `The world received ${[...counts].map(([name, count]) => `${name} (${count})`).join(", ")}.`;
}

function countText(
  operation: OperationId,
  fitting: readonly LoggedRequest[],
  times: number | undefined,
  isNot: boolean,
): string {
  const wanted = times === undefined ? "not at all" : isNot ? `not ${timesText(times)}` : timesText(times);
  return `${operation} was received ${timesText(fitting.length)} as described, expected ${wanted}:\n${listText(fitting)}`;
}

function closestText(operation: OperationId, compared: readonly Compared[], utils: Comparing["utils"]): string {
  const closest = compared.reduce((a, b) => (b.differences.length < a.differences.length ? b : a));
  const lines = closest.differences.map(
    ({ place, expected, received }) =>
      `  ${place}: expected ${utils.printExpected(expected)}, received ${utils.printReceived(received)}`,
  );
  return [
    `${operation} was received ${timesText(compared.length)}, but never as described. The closest request differs in`,
    ...lines,
    "Received:",
    listText(compared.map(({ logged }) => logged)),
  ].join("\n");
}

function timesText(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function listText(requests: readonly LoggedRequest[]): string {
  const lines = requests.slice(0, MOST_LISTED).map(requestText);
  const left = requests.length - lines.length;
  return [...lines, ...(left > 0 ? [`  and ${left} more`] : [])].join("\n");
}

function requestText({ method, path, query, body, status }: LoggedRequest): string {
  const search = new URLSearchParams(query).toString();
  const sent = body === undefined ? "" : ` ${JSON.stringify(body)}`;
  const line = `  ${method} ${path}${search && `?${search}`} → ${status ?? "no answer"}${sent}`;
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}

const MOST_LISTED = 10;
const LONGEST_LINE = 300;
