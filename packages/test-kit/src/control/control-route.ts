import type { TicketWorld } from "../world/ticket-world.ts";
import type { WorldSessions } from "../world/world-sessions.ts";
import type { ControlResponse } from "./control-messages.ts";

/** One operation of the control API. `openapi/control.yaml` describes each, and a test holds both together. */
export interface ControlRoute {
  readonly method: "DELETE" | "GET" | "POST" | "PUT";
  /** A template below `/__mock`, such as `/faults/{id}`. */
  readonly path: string;
  /** The names that the query may hold, besides `session`. */
  readonly query?: readonly string[];
  readonly answer: (call: ControlCall) => ControlResponse;
}

/** A request to the control API, taken apart. */
export interface ControlCall {
  readonly sessions: WorldSessions;
  /** The session that it speaks of; undefined for the main world. */
  readonly session: string | undefined;
  readonly world: TicketWorld;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly accept: string;
  /** undefined when there is none. @throws ControlRefusal when it is not JSON */
  readonly body: () => unknown;
}
