import { matchPath, type OperationId, operations, type PathMatch } from "@sitebay-tickets/contract";
import { operationSchemas } from "@sitebay-tickets/contract/schemas";
import type { TicketWorld } from "../world/ticket-world.ts";
import { authenticate } from "./authenticate.ts";
import { allowOrigin, preflight } from "./cors.ts";
import { json, jsonArray } from "./json-body.ts";
import { judgeRequest } from "./judge-request.ts";
import { operationAnswers } from "./operation-answers.ts";
import { readBody } from "./read-body.ts";
import { forbidden, notFound, Refusal, unauthorized } from "./refusal.ts";
import type { ServiceRequest, ServiceResponse } from "./service-messages.ts";

/**
 * What the service says to a request. Requests are judged in FastAPI's order: is there such a path
 * (404) and method (405); can the body be read (422, 400); who asks (401) and may they (403); do
 * path, query and body fit (422); then the operation itself.
 *
 * The answer to a list is computed while it is read: read it to the end before changing the world,
 * or see some of the changes.
 */
export function answer(world: TicketWorld, request: ServiceRequest): ServiceResponse {
  return allowOrigin(request, preflight(request) ?? route(world, request));
}

function route(world: TicketWorld, request: ServiceRequest): ServiceResponse {
  const match = matchPath(request.path);
  if (!match) return refuse(notFound);
  const operation = operationOf(match, request.method);
  return operation ? perform(world, request, operation, match) : refuse(methodNotAllowed(match));
}

function operationOf(match: PathMatch, method: string): OperationId | undefined {
  return Object.values(match.operations).find((id) => operations[id].method === method);
}

function methodNotAllowed(match: PathMatch): Refusal {
  return new Refusal(405, "Method Not Allowed", { allow: Object.keys(match.operations).join(", ") });
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
  return { status: success, headers: jsonHeaders, body: isIterable(result) ? jsonArray(result) : json(result) };
}

function refuse({ status, detail, headers }: Refusal): ServiceResponse {
  return { status, headers: { ...jsonHeaders, ...headers }, body: json({ detail }) };
}

const jsonHeaders = { "content-type": "application/json" };

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
