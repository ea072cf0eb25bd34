import { type Scenario, scenarios } from "../faults/scenarios.ts";
import { type CredentialOptions, demoCredentials } from "../world/credentials.ts";
import { createTicketWorld } from "../world/ticket-world.ts";
import { WorldSessions } from "../world/world-sessions.ts";
import type { MockOptions } from "./mock-command.ts";

/** The worlds that were asked for. */
export function mockWorlds(options: MockOptions): WorldSessions {
  const { seed, profile, fault = [], scenario } = options;
  const { tickets, faults }: Omit<Scenario, "summary"> = scenario ? scenarios[scenario] : { faults: [] };
  const world = createTicketWorld({
    seed,
    profile,
    // A number that was asked for counts, whatever the scenario's.
    tickets: options.tickets ?? tickets ?? DEFAULT_TICKETS,
    credentials: mockCredentials(options),
    faults: [...fault, ...faults],
  });
  return new WorldSessions(world);
}

/** Tokens that are given take the place of the demo's. */
export function mockCredentials({ token }: Pick<MockOptions, "token">): Required<CredentialOptions> {
  return token ? { ...demoCredentials, keys: token } : demoCredentials;
}

const DEFAULT_TICKETS = 25;
