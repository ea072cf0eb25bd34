import { HttpHandler } from "msw";
import type { SetupServer } from "msw/node";
import type { HandledRoute } from "./closest-handler.ts";

export type MswHandler = ReturnType<SetupServer["listHandlers"]>[number];

/** What msw handlers take, without those that take whatever comes. */
export function handledRoutes(handlers: readonly MswHandler[]): HandledRoute[] {
  const routes: HandledRoute[] = [];
  for (const handler of handlers) {
    if (!(handler instanceof HttpHandler)) continue;
    const { method, path } = handler.info;
    if (typeof method === "string" && typeof path === "string" && !path.endsWith("/*")) {
      routes.push({ method, url: path });
    }
  }
  return routes;
}
