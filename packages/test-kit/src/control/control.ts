import type { ServiceRequest } from "../answer/service-messages.ts";
import { SESSION_HEADER, type WorldSessions } from "../world/world-sessions.ts";
import { CONTROL_PATH, ControlRefusal, type ControlResponse, json } from "./control-messages.ts";
import type { ControlRoute } from "./control-route.ts";
import { findRoute } from "./find-route.ts";
import { choiceRoutes } from "./operations/choices.ts";
import { clockRoutes } from "./operations/clock.ts";
import { coverageRoutes } from "./operations/coverage.ts";
import { documentRoutes } from "./operations/document.ts";
import { faultRoutes } from "./operations/faults.ts";
import { pageRoutes } from "./operations/page.ts";
import { requestRoutes } from "./operations/requests.ts";
import { resetRoutes } from "./operations/reset.ts";
import { scenarioRoutes } from "./operations/scenarios.ts";
import { sessionRoutes } from "./operations/sessions.ts";
import { snapshotRoutes } from "./operations/snapshot.ts";
import { stateRoutes } from "./operations/state.ts";
import { tokenRoutes } from "./operations/tokens.ts";
import { readJson } from "./read-json.ts";

const routes: readonly ControlRoute[] = [
  ...pageRoutes,
  ...stateRoutes,
  ...resetRoutes,
  ...snapshotRoutes,
  ...clockRoutes,
  ...requestRoutes,
  ...faultRoutes,
  ...scenarioRoutes,
  ...tokenRoutes,
  ...sessionRoutes,
  ...choiceRoutes,
  ...coverageRoutes,
  ...documentRoutes,
];

/**
 * Answers a request to the control API: what a mock is like now, and changes to it. There is no CORS
 * here, and what changes anything must be JSON: a web page from elsewhere can neither read nor drive it.
 *
 * @param request its path stands below `/__mock`
 */
export function control(sessions: WorldSessions, request: ServiceRequest): ControlResponse {
  try {
    return answer(sessions, request);
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error;
    return json(error.status, { detail: error.message }, error.headers);
  }
}

function answer(sessions: WorldSessions, { method, path, query, headers, body }: ServiceRequest): ControlResponse {
  const { route, parameters } = findRoute(routes, method, path);
  demandJson(method, headers["content-type"], body);
  const parsedQuery = new URLSearchParams(query);
  checkNames(route, parsedQuery);
  const session = parsedQuery.get("session") || headers[SESSION_HEADER] || undefined;
  return route.answer({
    sessions,
    session,
    world: session === undefined ? sessions.main : sessions.world(session),
    parameters,
    query: parsedQuery,
    accept: headers.accept ?? "",
    body: () => readJson(body),
  });
}

/** Browsers ask before they send JSON, PUT or DELETE to another origin, and nobody tells them that they may. */
function demandJson(method: string, contentType: string | undefined, body: Uint8Array | undefined): void {
  const isWrite = method === "POST" || body?.length;
  if (!isWrite || /^application\/json\s*(?:;|$)/i.test(contentType ?? "")) return;
  throw new ControlRefusal(
    415,
    `The header content-type must be application/json, not ${contentType ? JSON.stringify(contentType) : "missing"}.`,
  );
}

function checkNames({ method, path, query = [] }: ControlRoute, sent: URLSearchParams): void {
  const names = [...query, "session"];
  for (const name of sent.keys()) {
    if (names.includes(name)) continue;
    const place = `${method} ${CONTROL_PATH}${path}`;
    throw new ControlRefusal(400, `${place} has no query parameter ${name}; it takes ${names.join(", ")}.`);
  }
}
