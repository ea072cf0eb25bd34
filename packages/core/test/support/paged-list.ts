import { type Answer, json } from "./service.ts";

/**
 * Answers with pages of a list as the service does.
 *
 * @param list as it is at the time of a request
 */
export function paged(list: (request: number) => readonly unknown[]): Answer {
  let requests = 0;
  return (response, request) => {
    requests += 1;
    const items = list(requests);
    const { pathname, searchParams } = new URL(request.path, "http://service.test");
    const limit = Number(searchParams.get("size") ?? 50);
    const page = Number(searchParams.get("page") ?? 1);
    const offset = (page - 1) * limit;
    const results = items.slice(offset, offset + limit);
    const next = offset + limit < items.length ? `${pathname}?page=${page + 1}&size=${limit}` : null;
    json(200, { count: items.length, limit, offset, next, previous: null, results })(response, request);
  };
}

/** A page that says of itself what the test wants. */
export function aPage(facts: { results: readonly unknown[]; count: number; offset: number; next?: string }): Answer {
  return json(200, { limit: 100, next: null, previous: null, ...facts });
}
