import { matchPath, operations } from "@sitebay-tickets/contract";
import { closestHandler, type HandledRoute } from "./closest-handler.ts";

/** A request that no operation took, nor any handler of a test. */
export interface UnhandledRequest extends HandledRoute {
  /** The handler that looks most like it. */
  readonly closest: HandledRoute | undefined;
}

/** @param handlers what would have been taken */
export function unhandledRequest(request: Request, handlers: readonly HandledRoute[]): UnhandledRequest {
  const { method, url } = request;
  return { method, url, closest: closestHandler({ method, url }, handlers) };
}

/** @param baseUrl below which the mock answers, for the hint */
export function unhandledText({ method, url, closest }: UnhandledRequest, baseUrl: string): string {
  const sentence = `No handler takes ${method} ${url}.`;
  if (!closest) return sentence;
  const operation = operationOf(closest, baseUrl);
  const name = operation ? ` (${operation})` : "";
  return `${sentence} The closest one is ${closest.method} ${closest.url}${name}. Mend the request, or add a handler for it.`;
}

function operationOf({ method, url }: HandledRoute, baseUrl: string): string | undefined {
  const match = url.startsWith(baseUrl) ? matchPath(url.slice(baseUrl.length)) : undefined;
  return match && Object.values(match.operations).find((id) => operations[id].method === method);
}
