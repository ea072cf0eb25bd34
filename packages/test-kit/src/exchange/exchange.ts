import { answer } from "../answer/answer.ts";
import { authenticate, bearerToken } from "../answer/authenticate.ts";
import { jsonResponse } from "../answer/json-response.ts";
import { type Route, routeOf } from "../answer/route.ts";
import type { ServiceRequest, ServiceResponse } from "../answer/service-messages.ts";
import { driftKinds } from "../drift/drift-kind.ts";
import { driftResponse } from "../drift/drift-response.ts";
import { applyFaults, type FaultyAnswer } from "../faults/apply-fault.ts";
import type { FaultRule } from "../faults/fault-rule.ts";
import { judgedItems, judgeResponse } from "../judge/judge-response.ts";
import { type Violation, violationText } from "../judge/judgements.ts";
import { headerText, OFF_SPEC_HEADER } from "../judge/off-spec.ts";
import type { AnyResponse, OffSpecResponse } from "../overrides/responder.ts";
import { LoggedRequest } from "../world/logged-request.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { corsHeaders, preflight } from "./cors.ts";
import { type Delivery, deliveryOf } from "./delivery.ts";

/** The response header that names the faults which befell a request. */
export const FAULT_HEADER = "x-mock-fault";

/**
 * What a client of this world gets to hear, and how: all that a transport has to do is to carry it.
 * Faults come first, then what a test has it answer (`world.override`), then the world itself. What
 * is neither a fault nor marked with `offSpec` is held against the spec; an answer that breaks it is
 * replaced by a 500 that says so, and noted in `world.judgements`. The request is logged.
 */
export async function exchange(world: TicketWorld, request: ServiceRequest): Promise<Delivery> {
  const cors = corsHeaders(request);
  const permission = preflight(request);
  if (permission) return deliveryOf(permission, cors);

  const route = routeOf(request);
  const caller = authenticate(world.credentials, request.headers);
  const logged = new LoggedRequest(request, route, caller, world.clock.now());
  const { response, disturbance } = await respond(world, request, route, logged);
  logged.status = disturbance?.isDropped ? undefined : response.status;
  world.requests.add(logged);
  return deliveryOf(response, cors, disturbance);
}

async function respond(
  world: TicketWorld,
  request: ServiceRequest,
  route: Route,
  logged: LoggedRequest,
): Promise<FaultyAnswer> {
  const { operation } = route;
  if (!operation) return { response: answer(world, request, route) };

  const faults = world.faults.strike(operation, logged);
  const perform = async () => {
    const override = await world.overrides.answer(operation, logged);
    return override ? overridden(override) : answer(world, request, route);
  };
  if (faults.length === 0) return { response: judged(world, operation, await perform(), logged) };

  logged.faults = faults.map(({ kind }) => kind);
  const drifts = driftsOf(faults);
  const { response, disturbance } = await applyFaults(faults, {
    async perform() {
      const response = await perform();
      return drifts.length > 0 ? driftResponse(operation, request, response, drifts, world.seed) : response;
    },
    expireToken() {
      if (logged.credential === "login") world.credentials.revoke(bearerToken(request.headers.authorization) ?? "");
    },
  });
  const marked = withHeaders(response, { [FAULT_HEADER]: logged.faults.join(", ") });
  return disturbance ? { response: marked, disturbance } : { response: marked };
}

function driftsOf(faults: readonly FaultRule[]) {
  return faults.flatMap((fault) => (fault.kind === "drift" ? (fault.drifts ?? driftKinds) : []));
}

function overridden(response: AnyResponse | OffSpecResponse): ServiceResponse {
  const { status, headers = {}, text } = response;
  const lowerCase = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const plain: ServiceResponse =
    text === undefined
      ? jsonResponse(status, response.json, lowerCase)
      : { status, headers: lowerCase, body: { kind: "text", text } };
  return "offSpec" in response ? withHeaders(plain, { [OFF_SPEC_HEADER]: headerText(response.offSpec) }) : plain;
}

function judged(
  world: TicketWorld,
  operation: Violation["operation"],
  response: ServiceResponse,
  logged: LoggedRequest,
): ServiceResponse {
  const { status, headers, body } = response;
  const reason = headers[OFF_SPEC_HEADER];
  if (reason !== undefined) {
    logged.offSpec = reason;
    world.judgements.offSpec.push({ operation, status, reason });
    return response;
  }
  const violation = judgeResponse(operation, response);
  if (violation) {
    world.judgements.violations.push(violation);
    return jsonResponse(500, { detail: violationText(violation) });
  }
  if (body.kind !== "list") return response;
  const items = judgedItems(operation, status, body.items, (violation) => {
    world.judgements.violations.push(violation);
    throw new Error(violationText(violation));
  });
  return { ...response, body: { kind: "list", items } };
}

function withHeaders(response: ServiceResponse, headers: Readonly<Record<string, string>>): ServiceResponse {
  return { ...response, headers: { ...response.headers, ...headers } };
}
