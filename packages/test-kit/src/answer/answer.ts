import { type OperationId, operations, type PathMatch } from "@sitebay-tickets/contract";
import { operationSchemas } from "@sitebay-tickets/contract/schemas";
import { OFF_SPEC_HEADER } from "../judge/off-spec.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { authenticate } from "./authenticate.ts";
import { jsonResponse } from "./json-response.ts";
import { judgeRequest } from "./judge-request.ts";
import { operationAnswers } from "./operation-answers.ts";
import { readBody } from "./read-body.ts";
import { redirectTarget } from "./redirect-slash.ts";
import { forbidden, internalServerError, notFound, Refusal, unauthorized } from "./refusal.ts";
import { type Route, routeOf } from "./route.ts";
import type { ServiceRequest, ServiceResponse } from "./service-messages.ts";

/**
 * What the service says to a request. Requests are judged in FastAPI's order: is there such a path
 * (307, 404) and method (405); can the body be read (422, 400); who asks (401) and may they (403); do
 * path, query and body fit (422); then the operation itself.
 *
 * The answer to a list is computed while it is read: read it to the end before changing the world,
 * or see some of the changes.
 */
export function answer(
  world: TicketWorld,
  request: ServiceRequest,
  { match, operation }: Route = routeOf(request),
): ServiceResponse {
  if (!match) return elsewhere(request);
  return operation ? perform(world, request, operation, match) : refuse(methodNotAllowed(match));
}

function elsewhere(request: ServiceRequest): ServiceResponse {
  const location = redirectTarget(request);
  if (location === undefined) return refuse(notFound);
  return { status: 307, headers: { location }, body: { kind: "text", text: "" } };
}

/** The service names the method of the path's first route only (fastapi/routing.py, `APIRoute.handle`). */
function methodNotAllowed(match: PathMatch): Refusal {
  return new Refusal(405, "Method Not Allowed", { allow: Object.keys(match.operations)[0] ?? "" });
}

function perform<Id extends OperationId>(
  world: TicketWorld,
  request: ServiceRequest,
  id: Id,
  { parameters }: PathMatch,
): ServiceResponse {
  const body = readBody(request, operationSchemas[id].requestBody);
  if (body instanceof Refusal) return refuse(body);

  const { method, secured, success } = operations[id];
  const caller = authenticate(world.credentials, request.headers);
  if (secured && !caller) return refuse(unauthorized);
  if (secured && caller?.scope === "read" && method !== "GET") return refuse(forbidden);

  const judged = judgeRequest(id, parameters, request.query, body);
  if (judged instanceof Refusal) return refuse(judged);

  const result = operationAnswers[id](world, judged, caller);
  if (result instanceof Refusal) return refuse(result);
  const response = jsonResponse(success, result);
  return isIterable(result) ? { ...response, body: { kind: "list", items: result } } : response;
}

function refuse(refusal: Refusal): ServiceResponse {
  const { status, detail, headers } = refusal;
  return refusal === internalServerError ? crash : jsonResponse(status, { detail }, headers);
}

const crash: ServiceResponse = {
  status: internalServerError.status,
  headers: { "content-type": "text/plain; charset=utf-8", [OFF_SPEC_HEADER]: "the service fails with plain text here" },
  body: { kind: "text", text: "Internal Server Error" },
};

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
