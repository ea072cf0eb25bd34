import { checkedRule } from "../../faults/check-rule.ts";
import type { FaultRule } from "../../faults/fault-rule.ts";
import { ControlRefusal, done, json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";
import { shownFault } from "./state.ts";

export const faultRoutes: readonly ControlRoute[] = [
  { method: "GET", path: "/faults", answer: ({ world }) => json(200, world.faults.list().map(shownFault)) },
  {
    method: "POST",
    path: "/faults",
    answer({ world, body }) {
      const rule = ruleFrom(body());
      return json(201, shownFault({ id: world.faults.add(rule), rule, struck: 0 }));
    },
  },
  {
    method: "DELETE",
    path: "/faults",
    answer({ world }) {
      world.faults.clear();
      return done;
    },
  },
  {
    method: "DELETE",
    path: "/faults/{id}",
    answer({ world, parameters: { id } }) {
      if (world.faults.remove(Number(id))) return done;
      const known = world.faults.list().map((fault) => fault.id);
      const there = known.length === 0 ? "none is in force" : `in force are ${known.join(", ")}`;
      throw new ControlRefusal(404, `There is no fault ${JSON.stringify(id)}; ${there}.`);
    },
  },
];

function ruleFrom(body: unknown): FaultRule {
  try {
    return checkedRule(body);
  } catch (error) {
    if (error instanceof TypeError) throw new ControlRefusal(400, error.message);
    throw error;
  }
}
