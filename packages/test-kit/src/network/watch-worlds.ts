import { spec } from "@sitebay-tickets/contract";
import type { HttpHandler } from "msw";
import type { SetupServer } from "msw/node";
import type { TicketWorld } from "../world/ticket-world.ts";
import { SESSION_HEADER, sessionsOf, type WorldSessions } from "../world/world-sessions.ts";
import { Traffic } from "./traffic.ts";
import { type OnUnhandledFrame, watchNetwork } from "./watch-network.ts";

export interface WorldsWatch {
  readonly worlds: TicketWorld | WorldSessions;
  /** The handlers that answer for them. */
  readonly own: readonly HttpHandler[];
  readonly tellsLate: boolean;
  readonly baseUrl?: string;
}

/** Watches a network that belongs to these worlds alone: every request is one of theirs. */
export function watchWorlds(
  msw: Pick<SetupServer, "events" | "listHandlers">,
  { worlds, own, tellsLate, baseUrl = spec.baseUrl }: WorldsWatch,
): { readonly onUnhandledFrame: OnUnhandledFrame; assertClean(): Promise<void> } {
  const sessions = sessionsOf(worlds);
  const traffic = new Traffic(baseUrl);
  const owned = new Set<unknown>(own);
  return {
    onUnhandledFrame: watchNetwork(msw, {
      isWorlds: (handler) => owned.has(handler),
      ownerOf({ headers }) {
        const session = headers.get(SESSION_HEADER) ?? undefined;
        return { world: sessions.of({ headers: { [SESSION_HEADER]: session } }), traffic };
      },
      tellsLate,
    }),
    assertClean: () => traffic.assertClean(allOf(sessions)),
  };
}

function* allOf(sessions: WorldSessions): Generator<TicketWorld> {
  for (const [, world] of sessions) yield world;
}
