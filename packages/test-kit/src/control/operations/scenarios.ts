import { type Scenario, type ScenarioName, scenarioNames, scenarios } from "../../faults/scenarios.ts";
import type { TicketWorld } from "../../world/ticket-world.ts";
import { ControlRefusal, json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";
import { stateOf } from "./state.ts";

export const scenarioRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/scenarios",
    answer: () =>
      json(
        200,
        scenarioNames.map((name) => ({ name, ...scenarios[name] })),
      ),
  },
  {
    method: "PUT",
    path: "/scenarios/{name}",
    answer(call) {
      const { name } = call.parameters;
      if (!isScenarioName(name)) {
        throw new ControlRefusal(
          404,
          `There is no scenario ${JSON.stringify(name)}; there are ${scenarioNames.join(", ")}.`,
        );
      }
      begin(scenarios[name], call.world);
      return json(200, stateOf(call));
    },
  },
];

/** Its faults take the place of those in force. Where it is about the number of tickets, they begin anew. */
function begin({ tickets, faults }: Scenario, world: TicketWorld): void {
  if (tickets !== undefined) world.restore({ ...world.snapshot(), tickets, store: world.fork().snapshot().store });
  world.faults.clear();
  for (const rule of faults) world.faults.add(rule);
}

function isScenarioName(name: string | undefined): name is ScenarioName {
  return name !== undefined && Object.hasOwn(scenarios, name);
}
