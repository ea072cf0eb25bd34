import { type OperationId, operations } from "@sitebay-tickets/contract";
import { type JsonSchema, operationSchemas } from "@sitebay-tickets/contract/schemas";
import type { ResponseBody, ServiceRequest, ServiceResponse } from "../answer/service-messages.ts";
import { answerDrifts } from "./answer-drift.ts";
import { drawDrift } from "./drift-draw.ts";
import { type AnswerDriftKind, type DriftKind, driftKinds, type ObjectDriftKind } from "./drift-kind.ts";
import { type JsonObject, mapFields, objectDrifts } from "./object-drift.ts";

/**
 * Makes an answer depart from the spec in the given ways, as that of a service that has moved on
 * would. About one in seven objects that have an id (tickets, replies, their users) is hit by each
 * kind, and one in seven addresses by `odd-status` and `html`; which ones follows from the world's
 * seed. Successes of secured operations are hit; errors, and the login that comes before everything,
 * are not.
 *
 * A list is changed element by element while it is read.
 */
export function driftResponse(
  operation: OperationId,
  { path, query }: ServiceRequest,
  response: ServiceResponse,
  kinds: readonly DriftKind[],
  seed: number,
): ServiceResponse {
  const { secured, success } = operations[operation];
  if (!secured || response.status !== success) return response;
  const schema = operationSchemas[operation].responses[success] ?? {};
  // In one order whatever the caller's: what one kind does may take from the next.
  const wanted = driftKinds.filter((kind) => kinds.includes(kind));
  const body = driftBody(response.body, schema, wanted.filter(isObjectKind), seed);
  return wanted
    .filter(isAnswerKind)
    .filter((kind) => drawDrift(seed, kind, `${path}?${query}`).isHit)
    .reduce((drifted, kind) => answerDrifts[kind](drifted), { ...response, body });
}

function isObjectKind(kind: DriftKind): kind is ObjectDriftKind {
  return kind in objectDrifts;
}

function isAnswerKind(kind: DriftKind): kind is AnswerDriftKind {
  return kind in answerDrifts;
}

function driftBody(
  body: ResponseBody,
  schema: JsonSchema,
  kinds: readonly ObjectDriftKind[],
  seed: number,
): ResponseBody {
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
  if (body.kind === "json") return { kind: "json", value: drift(body.value, schema) };
  return body.kind === "list" ? { kind: "list", items: mapped(body.items, (item) => drift(item, schema.items)) } : body;
}

function* mapped(items: Iterable<unknown>, change: (item: unknown) => unknown): Generator<unknown, void, undefined> {
  for (const item of items) yield change(item);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}
