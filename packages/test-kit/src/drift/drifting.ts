import { matchPath, type OperationId, operations } from "@sitebay-tickets/contract";
import { type JsonSchema, operationSchemas } from "@sitebay-tickets/contract/schemas";
import { json, jsonArray } from "../answer/json-body.ts";
import type { ServiceRequest, ServiceResponse } from "../answer/service-messages.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { answerDrifts } from "./answer-drift.ts";
import { drawDrift } from "./drift-draw.ts";
import { type AnswerDriftKind, type DriftKind, driftKinds, type ObjectDriftKind } from "./drift-kind.ts";
import { changeElements } from "./list-elements.ts";
import { type JsonObject, mapFields, objectDrifts } from "./object-drift.ts";

/** How a world answers: `answer`, or something around it. */
export type Answer = (world: TicketWorld, request: ServiceRequest) => ServiceResponse;

/**
 * Makes answers depart from the spec in the given ways, as a service that has moved on would. About
 * one in seven objects that have an id (tickets, replies, their users) is hit by each kind, and one
 * in seven addresses by `odd-status` and `html`; which ones follows from the world's seed. Successes
 * of secured operations are hit; errors, and the login that comes before everything, are not.
 *
 * A list is changed element by element while it is read.
 */
export function drifting(answer: Answer, { kinds }: { readonly kinds: readonly DriftKind[] }): Answer {
  // In one order whatever the caller's: what one kind does may take from the next.
  const wanted = driftKinds.filter((kind) => kinds.includes(kind));
  const objectKinds = wanted.filter(isObjectKind);
  const answerKinds = wanted.filter(isAnswerKind);

  return (world, request) => {
    const response = answer(world, request);
    const schema = successSchema(request, response);
    if (!schema) return response;
    const body = driftBody(response.body, schema, objectKinds, world.seed);
    const address = `${request.path}?${request.query}`;
    return answerKinds
      .filter((kind) => drawDrift(world.seed, kind, address).isHit)
      .reduce((drifted, kind) => answerDrifts[kind](drifted), { ...response, body });
  };
}

function isObjectKind(kind: DriftKind): kind is ObjectDriftKind {
  return kind in objectDrifts;
}

function isAnswerKind(kind: DriftKind): kind is AnswerDriftKind {
  return kind in answerDrifts;
}

function successSchema({ path, method }: ServiceRequest, { status }: ServiceResponse): JsonSchema | undefined {
  const byMethod: Readonly<Record<string, OperationId>> = matchPath(path)?.operations ?? {};
  const id = byMethod[method];
  if (id === undefined || !operations[id].secured || status !== operations[id].success) return undefined;
  return operationSchemas[id].responses[status];
}

function driftBody(
  body: ServiceResponse["body"],
  schema: JsonSchema,
  kinds: readonly ObjectDriftKind[],
  seed: number,
): ServiceResponse["body"] {
  if (kinds.length === 0) return body;
  const drift = (value: unknown, schema: JsonSchema = {}): unknown => {
    if (Array.isArray(value)) return value.map((item) => drift(item, schema.items));
    if (!isObject(value)) return value;
    const object = mapFields(value, (field, name) => drift(field, schema.properties?.[name]));
    const { id } = value;
    if (typeof id !== "string") return object;
    return kinds.reduce((drifted, kind) => {
      const draw = drawDrift(seed, kind, id);
      return draw.isHit ? objectDrifts[kind](drifted, schema, draw) : drifted;
    }, object);
  };
  if (typeof body === "string") return json(drift(JSON.parse(body), schema));
  return jsonArray(changeElements(body, (element) => drift(element, schema.items)));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}
