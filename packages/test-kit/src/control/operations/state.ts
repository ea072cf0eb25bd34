import type { PlannedFault } from "../../faults/fault-plan.ts";
import { faultText } from "../../faults/fault-text.ts";
import { json } from "../control-messages.ts";
import type { ControlCall, ControlRoute } from "../control-route.ts";

export const stateRoutes: readonly ControlRoute[] = [
  { method: "GET", path: "/state", answer: (call) => json(200, stateOf(call)) },
];

/** What the world of a session is like now. */
export function stateOf({ sessions, session, world }: Pick<ControlCall, "session" | "sessions" | "world">) {
  return {
    session: session ?? null,
    seed: world.seed,
    profile: world.profile,
    tickets: world.size,
    now: world.clock.now(),
    requests: world.requests.count,
    faults: world.faults.list().map(shownFault),
    violations: world.judgements.violations,
    offSpec: world.judgements.offSpec,
    sessions: sessions.names,
  };
}

/** A fault in force; `text` is what the command's `--fault` takes. */
export function shownFault({ id, rule, struck }: PlannedFault) {
  return { id, struck, text: faultText(rule), rule };
}
