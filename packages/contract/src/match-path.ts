import { type Method, type OperationId, type OperationPath, operations } from "./generated/operations.ts";

/** A path of the API together with the operations that it offers. */
export interface PathMatch {
  /** The path's template, such as `/support/ticket/{ticket_id}`. */
  readonly path: OperationPath;
  /** The decoded path parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The operation behind each method of this path. */
  readonly operations: Readonly<Partial<Record<Method, OperationId>>>;
}

interface Route {
  readonly path: OperationPath;
  readonly segments: readonly string[];
  readonly operations: Partial<Record<Method, OperationId>>;
}

const routes: readonly Route[] = collectRoutes();

function collectRoutes(): Route[] {
  const byPath = new Map<OperationPath, Route>();
  for (const operation of Object.values(operations)) {
    const route = byPath.get(operation.path) ?? {
      path: operation.path,
      segments: operation.path.split("/"),
      operations: {},
    };
    route.operations[operation.method] = operation.id;
    byPath.set(operation.path, route);
  }
  return [...byPath.values()];
}

/**
 * Finds the path of the API that a request's path belongs to.
 *
 * @param path the path below the service's base URL, still percent-encoded, without a query
 * @returns undefined when the API has no such path
 */
export function matchPath(path: string): PathMatch | undefined {
  const segments = path.split("/");
  for (const route of routes) {
    const parameters = matchSegments(route.segments, segments);
    if (parameters) return { path: route.path, parameters, operations: route.operations };
  }
  return undefined;
}

function matchSegments(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [i, expected] of template.entries()) {
    const actual = segments[i] as string;
    if (expected.startsWith("{")) {
      if (actual === "") return undefined;
      parameters[expected.slice(1, -1)] = decode(actual);
    } else if (expected !== actual) {
      return undefined;
    }
  }
  return parameters;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not valid percent-encoding: what was sent is the best name for it.
    return segment;
  }
}
