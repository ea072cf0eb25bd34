import type { ServerAddress } from "../../server/server-address.ts";
import type { WorldsState } from "./worlds-state.ts";

/**
 * What the process that listens and the one that serves say to each other. Connections come as
 * `connection`, with the socket beside the message.
 */
export type ToServing =
  /** Begins to serve; with a state it goes on where another process stopped. */
  | { readonly kind: "begin"; readonly address: ServerAddress; readonly state?: WorldsState }
  | { readonly kind: "connection" }
  /** Ends, and says what its worlds were like. */
  | { readonly kind: "handOver" };

export type FromServing =
  /** The contract could be loaded. */
  { readonly kind: "loaded" } | { readonly kind: "state"; readonly state: WorldsState };
