/** What a handler takes: a method, and an address in which `:name` and `*` stand for anything. */
export interface HandledRoute {
  readonly method: string;
  readonly url: string;
}

/** The handler that takes what looks most like the request; undefined when there are none. */
export function closestHandler(request: HandledRoute, handlers: readonly HandledRoute[]): HandledRoute | undefined {
  let closest: HandledRoute | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const handler of handlers) {
    const distance = routeDistance(request, handler);
    if (distance >= least) continue;
    least = distance;
    closest = handler;
  }
  return closest;
}

function routeDistance(request: HandledRoute, handler: HandledRoute): number {
  const path = editDistance(segmentsOf(request.url), segmentsOf(handler.url), segmentDistance, missing);
  return path + methodDistance(request.method, handler.method);
}

/** Host first, then each part of the path. */
function segmentsOf(url: string): string[] {
  return url
    .replace(/^\w+:\/\//, "")
    .replace(/[?#].*$/, "")
    .split("/");
}

/** From 0, the same, to 1, nothing in common. */
function segmentDistance(segment: string, handled: string): number {
  if (segment === handled || handled === "*") return 0;
  // Ids have digits, words do not: a misspelt word is not to be taken for an id.
  if (handled.startsWith(":")) return /\d/.test(segment) ? 0.1 : 0.7;
  const distance = editDistance([...segment], [...handled], () => 1);
  return distance / Math.max(segment.length, handled.length, 1);
}

/** An id is easily forgotten. */
function missing(handled: string): number {
  return handled.startsWith(":") ? 0.3 : 1;
}

function methodDistance(method: string, handled: string): number {
  if (method === handled) return 0;
  return isRead(method) === isRead(handled) ? 0.4 : 0.6;
}

function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/** What it costs to make one list into the other, by taking items out (1 each), putting some in or replacing them. */
function editDistance(
  from: readonly string[],
  to: readonly string[],
  replace: (item: string, by: string) => number,
  put: (item: string) => number = () => 1,
): number {
  let row = [0];
  for (const [j, item] of to.entries()) row.push((row[j] ?? 0) + put(item));
  for (const [i, item] of from.entries()) {
    const next = [i + 1];
    for (const [j, wanted] of to.entries()) {
      const replaced = (row[j] ?? 0) + (item === wanted ? 0 : replace(item, wanted));
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + put(wanted)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
