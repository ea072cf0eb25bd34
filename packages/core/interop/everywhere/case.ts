import type { OperationId, Ticket } from "@sitebay-tickets/contract";
import type { FaultRule } from "@sitebay-tickets/test-kit";
import type { TicketClient, TicketClientOptions } from "../../src/index.ts";

/** What a case finds in its runtime. */
export interface Given {
  /** A client whose requests reach the case's own world. It waits next to nothing between attempts. */
  connect(options?: Partial<TicketClientOptions>): TicketClient;
  /** A ticket that is there in the beginning. */
  readonly ticket: Ticket;
  /** A base URL where nobody listens. */
  readonly nowhere: string;
}

export type Received = Partial<Record<OperationId, number>>;

/**
 * One promise of the client, kept in every runtime. The process that serves the worlds prepares one
 * for each case, and looks afterwards at what that received.
 */
export interface Case {
  /** A sentence, in characters that a header can carry: it also names the world. */
  readonly name: string;
  readonly faults?: readonly FaultRule[];
  /** How many requests of each operation reach the world; others reach none. */
  readonly receives: Received;
  readonly run: (given: Given) => Promise<void>;
}

/** How a case ended; without a problem it ended well. */
export interface Outcome {
  readonly name: string;
  /** How many requests to the worlds the client handed to the runtime. */
  readonly sent: number;
  readonly problem?: string;
}
