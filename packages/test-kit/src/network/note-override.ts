import { authenticate } from "../answer/authenticate.ts";
import { routeOf } from "../answer/route.ts";
import type { ServiceRequest } from "../answer/service-messages.ts";
import { judgeResponse } from "../judge/judge-response.ts";
import { OFF_SPEC_HEADER } from "../judge/off-spec.ts";
import { LoggedRequest } from "../world/logged-request.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { headerFields } from "./header-fields.ts";

/**
 * Notes in a world that one of a test's own msw handlers answered in its place: logs the request, and
 * holds the answer against the spec unless it is marked with `offSpec`. Reads the response's body.
 */
export async function noteOverride(world: TicketWorld, request: ServiceRequest, response: Response): Promise<void> {
  const route = routeOf(request);
  const { operation } = route;
  const { status } = response;
  if (!operation) return;

  const reason = response.headers.get(OFF_SPEC_HEADER) ?? undefined;
  const caller = authenticate(world.credentials, request.headers);
  const logged = new LoggedRequest(request, route, caller, world.clock.now());
  logged.status = status;
  logged.offSpec = reason;
  world.requests.add(logged);

  if (reason !== undefined) {
    world.judgements.offSpec.push({ operation, status, reason });
    return;
  }
  const text = await response.text();
  const headers = headerFields(response.headers);
  const violation = judgeResponse(operation, { status, headers, body: { kind: "text", text } });
  if (violation) world.judgements.violations.push(violation);
}
