import { checkedSnapshot } from "../checked-snapshot.ts";
import { json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";
import { stateOf } from "./state.ts";

export const snapshotRoutes: readonly ControlRoute[] = [
  { method: "GET", path: "/snapshot", answer: ({ world }) => json(200, world.snapshot()) },
  {
    method: "PUT",
    path: "/snapshot",
    answer(call) {
      call.world.restore(checkedSnapshot(call.body()));
      return json(200, stateOf(call));
    },
  },
];
