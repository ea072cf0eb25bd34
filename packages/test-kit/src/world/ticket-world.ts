import type {
  OperationId,
  Ticket,
  TicketCreate,
  TicketReply,
  TicketReplyCreate,
  TicketUpdate,
  UserLimited,
} from "@sitebay-tickets/contract";
import { FaultPlan } from "../faults/fault-plan.ts";
import type { FaultRule } from "../faults/fault-rule.ts";
import type { Profile } from "../fixtures/draw.ts";
import { serviceTime, WORLD_EPOCH } from "../fixtures/instant.ts";
import { Judgements } from "../judge/judgements.ts";
import { Overrides } from "../overrides/overrides.ts";
import type { Responders } from "../overrides/responder.ts";
import { type CredentialOptions, Credentials, type CredentialsState } from "./credentials.ts";
import { RandomSource } from "./random-source.ts";
import { RequestLog } from "./request-log.ts";
import { MOST_TICKETS } from "./seeded-tickets.ts";
import { type PageOf, type Seeding, TicketStore, type TicketStoreState } from "./ticket-store.ts";
import { WorldClock } from "./world-clock.ts";

export interface TicketWorldOptions {
  /** Same seed, same world, byte for byte. Default 1. */
  readonly seed?: number;
  /** How many tickets there are to begin with; a million take no more memory than one. Default 25. */
  readonly tickets?: number;
  /** Default `realistic`. */
  readonly profile?: Profile;
  /** Where the clock takes its time from. Default: it stands still at `WORLD_EPOCH`. */
  readonly now?: () => Date;
  /** Default: `demoCredentials`. */
  readonly credentials?: CredentialOptions;
  /** Ways in which the service fails from the beginning. `faults.add` adds more, `reset` comes back to these. */
  readonly faults?: readonly FaultRule[];
}

/** The state of a service at one moment, as plain data that JSON can hold. Tokens that somebody chose are not in it. */
export interface WorldSnapshot extends Seeding {
  readonly store: TicketStoreState;
  readonly credentials: CredentialsState;
  /** How far the clock was moved from its source, in milliseconds. */
  readonly clockOffsetMs: number;
  /** How many numbers were drawn from the source of randomness. */
  readonly drawn: number;
}

/**
 * The state and the behaviour of one ticket service, without any transport: who wants to speak HTTP
 * with it goes through `exchange`. Objects that come out are never changed afterwards.
 */
export class TicketWorld {
  readonly requests = new RequestLog();
  readonly faults: FaultPlan;
  /** What of its answers broke the spec, and what did so on purpose. */
  readonly judgements = new Judgements();
  readonly clock: WorldClock;
  readonly overrides = new Overrides();
  #options: TicketWorldOptions;
  #seeding: Seeding;
  #store: TicketStore;
  #credentials: Credentials;
  #random: RandomSource;

  constructor(options: TicketWorldOptions = {}) {
    const { seed = 1, tickets = 25, profile = "realistic", now = () => WORLD_EPOCH, credentials, faults } = options;
    if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, not ${seed}`);
    if (!Number.isSafeInteger(tickets) || tickets < 0 || tickets > MOST_TICKETS) {
      throw new RangeError(`tickets must be an integer from 0 to ${MOST_TICKETS}, not ${tickets}`);
    }
    this.#options = options;
    this.#seeding = { seed, tickets, profile };
    this.#store = new TicketStore(this.#seeding);
    this.#credentials = new Credentials(seed, credentials);
    this.#random = new RandomSource(seed);
    this.clock = new WorldClock(now);
    this.faults = new FaultPlan(faults, () => this.#random.next());
  }

  get seed(): number {
    return this.#seeding.seed;
  }

  get profile(): Profile {
    return this.#seeding.profile;
  }

  get credentials(): Credentials {
    return this.#credentials;
  }

  /** Numbers that look random and follow from the seed. */
  get random(): RandomSource {
    return this.#random;
  }

  /** How many tickets there are. */
  get size(): number {
    return this.#store.size;
  }

  /** All tickets, seeded ones first, each computed when it is its turn. */
  listTickets(): Generator<Ticket, void, undefined> {
    return this.#store.list();
  }

  /**
   * The tickets on one page of a team's, in the order of the list, and how many there are on all.
   * undefined when there is no such team: no seeded ticket can be its, and none was opened for it.
   */
  listTeamTickets(teamId: string, page: { page: number; size: number }): PageOf<Ticket> | undefined {
    return this.#store.listOfTeam(teamId, page);
  }

  /** undefined when there is no such ticket, or no longer. */
  getTicket(id: string): Ticket | undefined {
    return this.#store.get(id);
  }

  createTicket(fields: TicketCreate): Ticket {
    return this.#store.create(fields, this.#now());
  }

  /** Sets the fields that are given. undefined when there is no such ticket. */
  updateTicket(id: string, changes: TicketUpdate): Ticket | undefined {
    return this.#store.update(id, changes);
  }

  /** Whether there was such a ticket. */
  deleteTicket(id: string): boolean {
    return this.#store.delete(id);
  }

  /** The replies on one page, and how many there are on all. undefined when there is no such ticket. */
  listReplies(id: string, { page, size }: { page: number; size: number }): PageOf<TicketReply> | undefined {
    const ticket = this.#store.get(id);
    if (!ticket) return undefined;
    const offset = (page - 1) * size;
    return { count: ticket.ticket_replies.length, items: ticket.ticket_replies.slice(offset, offset + size) };
  }

  /** Adds a reply; with `resolve` it closes the ticket too. undefined when there is no such ticket. */
  createReply(id: string, fields: TicketReplyCreate, user: UserLimited): TicketReply | undefined {
    return this.#store.reply(id, fields, user, this.#now());
  }

  /**
   * Answers an operation otherwise from now on. The latest override of an operation comes first; one
   * that returns undefined leaves the request to those before it, and at last to the world.
   *
   * @param times for how many requests; default: for all
   * @example world.override("getTicket", () => ({ status: 404, json: { detail: "Not Found" } }))
   */
  override<Id extends OperationId>(operation: Id, responder: Responders[Id], times?: number): void {
    this.overrides.add(operation, responder, times);
  }

  /** What `restore` needs to come back to this moment: tickets, logins, clock and randomness. */
  snapshot(): WorldSnapshot {
    return {
      ...this.#seeding,
      store: this.#store.state,
      credentials: this.#credentials.state,
      clockOffsetMs: this.clock.offsetMs,
      drawn: this.#random.drawn,
    };
  }

  /** Comes back to a moment of this world or of another one. Log, faults and overrides stay as they are. */
  restore({ seed, tickets, profile, store, credentials, clockOffsetMs, drawn }: WorldSnapshot): void {
    this.#seeding = { seed, tickets, profile };
    this.#store = new TicketStore(this.#seeding, store);
    this.#credentials = new Credentials(seed, this.#options.credentials, credentials);
    this.#random = new RandomSource(seed, drawn);
    this.clock.offsetMs = clockOffsetMs;
  }

  /** The tickets that it began with, and comes back to with `reset`. */
  get beginning(): Seeding {
    return this.fork().#seeding;
  }

  /**
   * Makes everything as it was in the beginning, log, faults and overrides too.
   *
   * @param seeding begins anew with other tickets, to which a later reset comes back as well
   * @throws RangeError when there can be no such world
   */
  reset(seeding: Partial<Seeding> = {}): void {
    const begun = new TicketWorld({ ...this.#options, ...seeding });
    this.#options = begun.#options;
    this.restore(begun.snapshot());
    this.requests.clear();
    this.faults.reset();
    this.overrides.clear();
    this.judgements.clear();
  }

  /** A world of its own that begins as this one began. */
  fork(): TicketWorld {
    return new TicketWorld(this.#options);
  }

  #now(): string {
    return serviceTime(this.clock.now().getTime());
  }
}

/**
 * A world of tickets to test against.
 *
 * @example
 * const world = createTicketWorld({ tickets: 500, profile: "nasty" });
 * await using server = await serve(world);
 */
export function createTicketWorld(options: TicketWorldOptions = {}): TicketWorld {
  return new TicketWorld(options);
}
