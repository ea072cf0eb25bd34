import type { ServiceRequest } from "../answer/service-messages.ts";
import { CoverageCollector } from "../coverage/coverage-collector.ts";
import type { TicketWorld } from "./ticket-world.ts";

/** The request header that names a session. */
export const SESSION_HEADER = "x-mock-session";

/**
 * Worlds behind one address, told apart by the request header `x-mock-session`: each session that is
 * named for the first time gets a world of its own, which begins as the main one began. Requests
 * without the header go to the main world.
 */
export class WorldSessions {
  readonly main: TicketWorld;
  /** What requests to all of them exercised of the API, those to sessions that have ended too. */
  readonly coverage = new CoverageCollector();
  readonly #worlds = new Map<string, TicketWorld>();
  readonly #listeners: ((world: TicketWorld, name: string | undefined) => void)[] = [];

  constructor(main: TicketWorld) {
    this.main = main;
    this.watch((world) => this.coverage.observe(world));
  }

  of({ headers }: Pick<ServiceRequest, "headers">): TicketWorld {
    const name = headers[SESSION_HEADER];
    return name ? this.world(name) : this.main;
  }

  /** The world of a session, which begins now if there was none of that name. */
  world(name: string): TicketWorld {
    const known = this.#worlds.get(name);
    if (known) return known;
    const world = this.main.fork();
    this.set(name, world);
    return world;
  }

  /** Lets requests of a session go to this world. */
  set(name: string, world: TicketWorld): void {
    this.#worlds.set(name, world);
    for (const listener of this.#listeners) listener(world, name);
    const oldest = this.#worlds.keys().next();
    // Sessions that nobody ends must not fill the memory of a mock that runs for weeks.
    if (this.#worlds.size > MOST_SESSIONS && !oldest.done) this.#worlds.delete(oldest.value);
  }

  /** Tells of each world: of those that there are now, and later of those that begin. */
  watch(listener: (world: TicketWorld, name: string | undefined) => void): void {
    for (const [name, world] of this) listener(world, name);
    this.#listeners.push(listener);
  }

  /** Whether there was such a session. */
  end(name: string): boolean {
    return this.#worlds.delete(name);
  }

  /** The names of all sessions, oldest first. */
  get names(): string[] {
    return [...this.#worlds.keys()];
  }

  /** The main world, and that of each session by its name. */
  *[Symbol.iterator](): Generator<readonly [name: string | undefined, world: TicketWorld], void, undefined> {
    yield [undefined, this.main];
    yield* this.#worlds;
  }
}

const MOST_SESSIONS = 1000;

/** What adapters serve: one world, or many told apart by session. */
export function sessionsOf(worlds: TicketWorld | WorldSessions): WorldSessions {
  return worlds instanceof WorldSessions ? worlds : new WorldSessions(worlds);
}
