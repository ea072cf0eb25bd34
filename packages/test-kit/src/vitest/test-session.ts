import { Traffic } from "../network/traffic.ts";
import type { Owner } from "../network/watch-network.ts";
import { TicketWorld, type TicketWorldOptions } from "../world/ticket-world.ts";

/** One running test: its world, and what goes wrong on its network. */
export class TestSession implements Owner {
  /** What its requests carry in `x-mock-session`, for transports that cannot tell otherwise whose they are. */
  readonly id = crypto.randomUUID();
  readonly world: TicketWorld;
  readonly traffic: Traffic;

  constructor(options: TicketWorldOptions, baseUrl: string) {
    this.world = new TicketWorld(options);
    this.traffic = new Traffic(baseUrl);
  }
}
