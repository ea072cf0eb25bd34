import { matchPath, type OperationId, operations, type PathMatch } from "@sitebay-tickets/contract";
import type { ServiceRequest } from "./service-messages.ts";

/** Where a request goes: to an operation; to a path that lacks the method; or nowhere. */
export interface Route {
  readonly match: PathMatch | undefined;
  readonly operation: OperationId | undefined;
}

export function routeOf({ path, method }: Pick<ServiceRequest, "method" | "path">): Route {
  const match = matchDecoded(path);
  const operation = match && Object.values(match.operations).find((id) => operations[id].method === method);
  return { match, operation };
}

/** A path is decoded before it is matched, so that `%2F` parts segments and `%74icket` is `ticket`. */
export function matchDecoded(path: string): PathMatch | undefined {
  return matchPath(path.includes("%") ? decoded(path).split("/").map(encodeURIComponent).join("/") : path);
}

/** A path without its percent-encoding; bytes that are no UTF-8 become replacement characters. */
export function decoded(path: string): string {
  return path
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) =>
      new TextDecoder().decode(Uint8Array.from(escapes.slice(1).split("%"), (digits) => Number.parseInt(digits, 16))),
    )
    .toWellFormed();
}
