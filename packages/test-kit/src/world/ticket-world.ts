import type {
  Ticket,
  TicketCreate,
  TicketReply,
  TicketReplyCreate,
  TicketUpdate,
  UserLimited,
} from "@sitebay-tickets/contract";
import type { Profile } from "../fixtures/draw.ts";
import { replyFixture, ticketFixture } from "../fixtures/fixtures.ts";
import { serviceTime, WORLD_EPOCH } from "../fixtures/instant.ts";
import { REPLIES_PER_TICKET } from "../fixtures/timeline.ts";
import { type CredentialOptions, Credentials } from "./credentials.ts";
import { SeededTickets } from "./seeded-tickets.ts";

export interface TicketWorldOptions {
  /** Same seed, same world, byte for byte. Default 1. */
  readonly seed?: number;
  /** How many tickets there are to begin with; a million take no more memory than one. Default 25. */
  readonly tickets?: number;
  /** Default `realistic`. */
  readonly profile?: Profile;
  /** The clock, for what is created from now on. Default: it stands still at `WORLD_EPOCH`. */
  readonly now?: () => Date;
  /** Default: `demoCredentials`. */
  readonly credentials?: CredentialOptions;
}

/**
 * The state and the behaviour of one ticket service, without any transport: who wants to speak HTTP
 * with it goes through `answer`. Objects that come out are never changed afterwards.
 */
export class TicketWorld {
  readonly seed: number;
  readonly profile: Profile;
  readonly credentials: Credentials;
  readonly now: () => Date;
  readonly #seeded: SeededTickets;
  /** Seeded tickets that are no longer as they were. */
  readonly #changed = new Map<string, Ticket>();
  readonly #created = new Map<string, Ticket>();
  /** Teams that tickets were opened for, those without any by now too. */
  readonly #teams = new Set<string>();
  #createdTickets = 0;
  #createdReplies = 0;

  constructor(options: TicketWorldOptions = {}) {
    const { seed = 1, tickets = 25, profile = "realistic", now = () => WORLD_EPOCH, credentials } = options;
    if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, not ${seed}`);
    if (!Number.isSafeInteger(tickets) || tickets < 0 || tickets > MOST_TICKETS) {
      throw new RangeError(`tickets must be an integer from 0 to ${MOST_TICKETS}, not ${tickets}`);
    }
    this.seed = seed;
    this.profile = profile;
    this.now = now;
    this.credentials = new Credentials(seed, credentials);
    this.#seeded = new SeededTickets(seed, tickets, profile);
  }

  /** How many tickets there are. */
  get size(): number {
    return this.#seeded.count + this.#created.size;
  }

  /** All tickets, seeded ones first, each computed when it is its turn. */
  *listTickets(): Generator<Ticket, void, undefined> {
    for (const index of this.#seeded.indexes()) yield this.#seededTicket(index);
    yield* this.#created.values();
  }

  /**
   * The tickets on one page of a team's, in the order of the list, and how many there are on all.
   * undefined when there is no such team: no seeded ticket can be its, and none was opened for it.
   */
  listTeamTickets(teamId: string, { page, size }: { page: number; size: number }): PageOf<Ticket> | undefined {
    const team = teamId.toLowerCase();
    const seeded = this.#seeded.ofTeam(team);
    if (!seeded && !this.#teams.has(team)) return undefined;
    const created = [...this.#created.values()].filter(({ team_id }) => team_id.toLowerCase() === team);

    const seededCount = seeded?.count ?? 0;
    const offset = (page - 1) * size;
    const items: Ticket[] = [];
    for (const index of seeded?.positions(offset) ?? []) {
      if (items.length === size) break;
      items.push(this.#seededTicket(index));
    }
    const skipped = Math.max(0, offset - seededCount);
    items.push(...created.slice(skipped, skipped + size - items.length));
    return { count: seededCount + created.length, items };
  }

  /** undefined when there is no such ticket, or no longer. */
  getTicket(id: string): Ticket | undefined {
    const key = id.toLowerCase();
    const index = this.#seeded.indexOf(key);
    return index === undefined ? this.#created.get(key) : this.#seededTicket(index);
  }

  createTicket({ s3_object: _file, site_live_id: _site, ...fields }: TicketCreate): Ticket {
    const now = serviceTime(this.now().getTime());
    const ticket = ticketFixture(
      {
        category: null,
        openai_custom_instructions: null,
        is_openai_thread: false,
        messages_remaining: 20,
        ...fields,
        created_at: now,
        resolved: fields.resolved ?? false,
        resolved_at: fields.resolved ? now : null,
        ticket_replies: [],
      },
      { seed: this.seed, index: FIRST_CREATED + this.#createdTickets },
    );
    this.#createdTickets += 1;
    this.#created.set(ticket.id, ticket);
    this.#teams.add(ticket.team_id.toLowerCase());
    return ticket;
  }

  /** Sets the fields that are given. undefined when there is no such ticket. */
  updateTicket(id: string, changes: TicketUpdate): Ticket | undefined {
    const ticket = this.getTicket(id);
    return ticket && this.#store({ ...ticket, ...changes });
  }

  /** Whether there was such a ticket. */
  deleteTicket(id: string): boolean {
    const ticket = this.getTicket(id);
    if (!ticket) return false;
    this.#changed.delete(ticket.id);
    this.#created.delete(ticket.id);
    const index = this.#seeded.indexOf(ticket.id);
    if (index !== undefined) this.#seeded.delete(index);
    return true;
  }

  /** The replies on one page, and how many there are on all. undefined when there is no such ticket. */
  listReplies(id: string, { page, size }: { page: number; size: number }): PageOf<TicketReply> | undefined {
    const ticket = this.getTicket(id);
    if (!ticket) return undefined;
    const offset = (page - 1) * size;
    return { count: ticket.ticket_replies.length, items: ticket.ticket_replies.slice(offset, offset + size) };
  }

  /** Adds a reply; with `resolve` it closes the ticket too. undefined when there is no such ticket. */
  createReply(id: string, fields: TicketReplyCreate, user: UserLimited): TicketReply | undefined {
    const ticket = this.getTicket(id);
    if (!ticket) return undefined;
    const now = serviceTime(this.now().getTime());
    const reply = replyFixture(
      {
        description: null,
        is_gpt_chat_message: false,
        openai_message_id: null,
        resolve: null,
        ...fields,
        created_at: now,
        user,
      },
      { seed: this.seed, index: FIRST_CREATED * REPLIES_PER_TICKET + this.#createdReplies },
    );
    this.#createdReplies += 1;
    const resolution = fields.resolve && !ticket.resolved ? { resolved: true, resolved_at: now } : {};
    this.#store({ ...ticket, ...resolution, ticket_replies: [...ticket.ticket_replies, reply] });
    return reply;
  }

  #seededTicket(index: number): Ticket {
    return this.#changed.get(this.#seeded.idAt(index)) ?? this.#seeded.at(index);
  }

  #store(ticket: Ticket): Ticket {
    (this.#created.has(ticket.id) ? this.#created : this.#changed).set(ticket.id, ticket);
    return ticket;
  }
}

/** What stands on one page of a list, and how many there are on all. */
export interface PageOf<Item> {
  readonly count: number;
  readonly items: readonly Item[];
}

const MOST_TICKETS = 1_000_000_000;
/** Created tickets and replies are numbered from here, above all seeded ones. */
const FIRST_CREATED = MOST_TICKETS;

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
