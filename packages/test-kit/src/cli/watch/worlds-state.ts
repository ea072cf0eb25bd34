import type { PlannedFault } from "../../faults/fault-plan.ts";
import type { Seeding } from "../../world/ticket-store.ts";
import type { TicketWorld, WorldSnapshot } from "../../world/ticket-world.ts";
import type { WorldSessions } from "../../world/world-sessions.ts";
import { fittingStore } from "./fitting-store.ts";

/** What a new process needs to go on where another one stopped, as plain data. */
export type WorldsState = readonly WorldState[];

interface WorldState {
  /** null for the main world. */
  readonly session: string | null;
  readonly beginning: Seeding;
  readonly snapshot: WorldSnapshot;
  readonly faults: readonly PlannedFault[];
  readonly lastRequest: number;
}

export function worldsState(sessions: WorldSessions): WorldsState {
  return [...sessions].map(([session, world]) => ({
    session: session ?? null,
    beginning: world.beginning,
    snapshot: world.snapshot(),
    faults: world.faults.list(),
    lastRequest: world.requests.last,
  }));
}

/**
 * Brings worlds to a state that they had under another contract. The log stays empty.
 *
 * @returns how many tickets were lost, since no ticket of the contract at hand can be made of them
 */
export function restoreWorlds(sessions: WorldSessions, state: WorldsState): number {
  return state
    .map((each) => restoreWorld(each.session === null ? sessions.main : sessions.world(each.session), each))
    .reduce((sum, lost) => sum + lost, 0);
}

function restoreWorld(world: TicketWorld, { beginning, snapshot, faults, lastRequest }: WorldState): number {
  const { store, lost } = fittingStore(snapshot.store, snapshot);
  world.reset(beginning);
  world.restore({ ...snapshot, store });
  world.faults.restore(faults);
  world.requests.goOnAfter(lastRequest);
  return lost;
}
