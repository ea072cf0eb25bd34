import { CONTROL_PATH, ControlRefusal } from "./control-messages.ts";
import type { ControlRoute } from "./control-route.ts";

/**
 * The route that a request goes to, with the values of the path's parameters.
 *
 * @throws ControlRefusal when there is no such path (404), or it lacks the method (405)
 */
export function findRoute(
  routes: readonly ControlRoute[],
  method: string,
  path: string,
): { readonly route: ControlRoute; readonly parameters: Readonly<Record<string, string>> } {
  const matches = routes.flatMap((route) => {
    const parameters = matchTemplate(route.path, path.replace(/\/$/, "") || "/");
    return parameters ? [{ route, parameters }] : [];
  });
  if (matches.length === 0) {
    const paths = [...new Set(routes.map((route) => CONTROL_PATH + (route.path === "/" ? "" : route.path)))];
    throw new ControlRefusal(404, `There is no ${CONTROL_PATH}${path}; there are ${paths.join(", ")}.`);
  }
  // Node itself leaves the body of an answer to HEAD out.
  const wanted = method === "HEAD" ? "GET" : method;
  const match = matches.find(({ route }) => route.method === wanted);
  if (match) return match;
  const allowed = matches.map(({ route }) => route.method).join(", ");
  throw new ControlRefusal(405, `${CONTROL_PATH}${path} takes ${allowed}, not ${method}.`, { allow: allowed });
}

function matchTemplate(template: string, path: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const actual = path.split("/");
  if (expected.length !== actual.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [i, segment] of actual.entries()) {
    const name = /^\{(\w+)\}$/.exec(expected[i] ?? "")?.[1];
    if (name !== undefined && segment !== "") parameters[name] = decode(segment);
    else if (segment !== expected[i]) return undefined;
  }
  return parameters;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ControlRefusal(400, `The path is not percent-encoded UTF-8 at ${JSON.stringify(segment)}.`);
  }
}
