import { someFields } from "../checked-fields.ts";
import { json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";
import { seedingChecks } from "../field-checks.ts";
import { stateOf } from "./state.ts";

export const resetRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/reset",
    answer(call) {
      call.world.reset(someFields(call.body() ?? {}, seedingChecks));
      return json(200, stateOf(call));
    },
  },
];
