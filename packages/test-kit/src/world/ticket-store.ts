import type {
  Ticket,
  TicketCreate,
  TicketReply,
  TicketReplyCreate,
  TicketUpdate,
  UserLimited,
} from "@sitebay-tickets/contract";
import type { Profile } from "../fixtures/draw.ts";
import * as fixtures from "../fixtures/fixtures.ts";
import { REPLIES_PER_TICKET } from "../fixtures/timeline.ts";
import { frozen } from "./frozen.ts";
import { MOST_TICKETS, SeededTickets } from "./seeded-tickets.ts";

/** Which tickets a world begins with. */
export interface Seeding {
  readonly seed: number;
  readonly tickets: number;
  readonly profile: Profile;
}

/** What became of the seeded tickets, and what was added: all that has to be kept to come back to it. */
export interface TicketStoreState {
  /** Places of seeded tickets that were deleted. */
  readonly deleted: readonly number[];
  /** Seeded tickets that are no longer as they were. */
  readonly changed: readonly Ticket[];
  readonly created: readonly Ticket[];
  /** Teams that tickets were opened for, those without any by now too. */
  readonly teams: readonly string[];
  /** How many tickets and replies were ever created: ids are not given twice. */
  readonly createdTickets: number;
  readonly createdReplies: number;
}

/** What stands on one page of a list, and how many there are on all. */
export interface PageOf<Item> {
  readonly count: number;
  readonly items: readonly Item[];
}

/** The tickets of one world. Objects that come out are frozen: who changes one changes no world, but hears of it. */
export class TicketStore {
  readonly #seed: number;
  readonly #seeded: SeededTickets;
  readonly #changed: Map<string, Ticket>;
  readonly #created: Map<string, Ticket>;
  readonly #teams: Set<string>;
  #createdTickets: number;
  #createdReplies: number;

  constructor({ seed, tickets, profile }: Seeding, state: TicketStoreState = untouched) {
    this.#seed = seed;
    this.#seeded = new SeededTickets(seed, tickets, profile, state.deleted);
    this.#changed = byId(state.changed);
    this.#created = byId(state.created);
    this.#teams = new Set(state.teams);
    this.#createdTickets = state.createdTickets;
    this.#createdReplies = state.createdReplies;
  }

  get state(): TicketStoreState {
    return {
      deleted: this.#seeded.deleted,
      changed: [...this.#changed.values()],
      created: [...this.#created.values()],
      teams: [...this.#teams],
      createdTickets: this.#createdTickets,
      createdReplies: this.#createdReplies,
    };
  }

  get size(): number {
    return this.#seeded.count + this.#created.size;
  }

  *list(): Generator<Ticket, void, undefined> {
    for (const index of this.#seeded.indexes()) yield this.#seededTicket(index);
    yield* this.#created.values();
  }

  /** undefined when no seeded ticket can be this team's, and none was opened for it. */
  listOfTeam(teamId: string, { page, size }: { page: number; size: number }): PageOf<Ticket> | undefined {
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

  get(id: string): Ticket | undefined {
    const key = id.toLowerCase();
    const index = this.#seeded.indexOf(key);
    return index === undefined ? this.#created.get(key) : this.#seededTicket(index);
  }

  /** @param now as the service writes times */
  create({ s3_object: _file, site_live_id: _site, ...fields }: TicketCreate, now: string): Ticket {
    const ticket = fixtures.ticketOf(
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
      { seed: this.#seed, index: FIRST_CREATED + this.#createdTickets },
    );
    this.#createdTickets += 1;
    this.#created.set(ticket.id, frozen(ticket));
    this.#teams.add(ticket.team_id.toLowerCase());
    return ticket;
  }

  update(id: string, changes: TicketUpdate): Ticket | undefined {
    const ticket = this.get(id);
    return ticket && this.#store({ ...ticket, ...changes });
  }

  delete(id: string): boolean {
    const ticket = this.get(id);
    if (!ticket) return false;
    this.#changed.delete(ticket.id);
    this.#created.delete(ticket.id);
    const index = this.#seeded.indexOf(ticket.id);
    if (index !== undefined) this.#seeded.delete(index);
    return true;
  }

  reply(id: string, fields: TicketReplyCreate, user: UserLimited, now: string): TicketReply | undefined {
    const ticket = this.get(id);
    if (!ticket) return undefined;
    const reply = fixtures.replyOf(
      {
        description: null,
        is_gpt_chat_message: false,
        openai_message_id: null,
        resolve: null,
        ...fields,
        created_at: now,
        user,
      },
      { seed: this.#seed, index: FIRST_CREATED * REPLIES_PER_TICKET + this.#createdReplies },
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
    (this.#created.has(ticket.id) ? this.#created : this.#changed).set(ticket.id, frozen(ticket));
    return ticket;
  }
}

function byId(tickets: readonly Ticket[]): Map<string, Ticket> {
  return new Map(tickets.map((ticket) => [ticket.id, ticket]));
}

const untouched: TicketStoreState = {
  deleted: [],
  changed: [],
  created: [],
  teams: [],
  createdTickets: 0,
  createdReplies: 0,
};

/** Created tickets and replies are numbered from here, above all seeded ones. */
const FIRST_CREATED = MOST_TICKETS;
