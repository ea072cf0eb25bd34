import { matchPath, type OperationId, operations, type PathMatch } from "@sitebay-tickets/contract";
import type { ServiceRequest } from "./service-messages.ts";

/** Where a request goes: to an operation; to a path that lacks the method; or nowhere. */
export interface Route {
  readonly match: PathMatch | undefined;
  readonly operation: OperationId | undefined;
}

export function routeOf({ path, method }: Pick<ServiceRequest, "method" | "path">): Route {
  const match = matchPath(path);
  const operation = match && Object.values(match.operations).find((id) => operations[id].method === method);
  return { match, operation };
}
