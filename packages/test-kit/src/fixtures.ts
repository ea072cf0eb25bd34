import type { Ticket, TicketReply, TicketReplyPage, UserLimited } from "@sitebay-tickets/contract";
import { schemas } from "@sitebay-tickets/contract/schemas";
import { type Validator, validators } from "@sitebay-tickets/contract/validators";
import type { Place, Profile } from "./draw.ts";
import { knownFields } from "./known-fields.ts";
import { fullName } from "./people.ts";
import { valueMaker } from "./schema-value.ts";

/** Which of all possible fixtures to build. The same options give the same value. */
export interface FixtureOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Which one of the seed's tickets, replies or users; from 0, which is the default. */
  readonly index?: number;
  /** Default `realistic`. */
  readonly profile?: Profile;
}

const makeTicket = valueMaker(schemas.Ticket, "Ticket", knownFields);
const makeReply = valueMaker(schemas.TicketReply, "TicketReply", knownFields);
const makeUser = valueMaker(schemas.UserLimited, "UserLimited", knownFields);

/**
 * A ticket, as the service would send it. `resolved` and `resolved_at` agree, also when only one of
 * them is overridden.
 *
 * @example ticketFixture({ subject: "Site is blank", ticket_replies: [replyFixture()] })
 */
export function ticketFixture(overrides: Partial<Ticket> = {}, options: FixtureOptions = {}): Ticket {
  const ticket = fitting(validators.Ticket, makeTicket(placeOf(options)), "Ticket");
  return { ...ticket, ...agreeingResolution(ticket, overrides), ...overrides };
}

/** A reply, as the service would send it. */
export function replyFixture(overrides: Partial<TicketReply> = {}, options: FixtureOptions = {}): TicketReply {
  const reply = fitting(validators.TicketReply, makeReply(placeOf(options)), "TicketReply");
  return { ...reply, ...overrides };
}

/** A user, as a reply shows them. `full_name` follows from overridden names. */
export function userFixture(overrides: Partial<UserLimited> = {}, options: FixtureOptions = {}): UserLimited {
  const user = { ...fitting(validators.UserLimited, makeUser(placeOf(options)), "UserLimited"), ...overrides };
  return { ...user, full_name: fullName([user.first_name, user.last_name]), ...overrides };
}

/** The only page of the replies given; three made-up ones by default. */
export function replyPageFixture(
  overrides: Partial<TicketReplyPage> = {},
  options: FixtureOptions = {},
): TicketReplyPage {
  const first = (options.index ?? 0) * 3;
  const results = overrides.results ?? [0, 1, 2].map((i) => replyFixture({}, { ...options, index: first + i }));
  return { count: results.length, limit: 50, next: null, offset: 0, previous: null, results, ...overrides };
}

function placeOf({ seed = 1, index = 0, profile = "realistic" }: FixtureOptions): Place {
  return { seed, index, profile };
}

function agreeingResolution(ticket: Ticket, overrides: Partial<Ticket>): Partial<Ticket> {
  if (overrides.resolved_at !== undefined) return { resolved: overrides.resolved_at !== null };
  if (overrides.resolved === undefined || overrides.resolved === ticket.resolved) return {};
  const lastReply = (overrides.ticket_replies ?? ticket.ticket_replies).at(-1);
  return { resolved_at: overrides.resolved ? (lastReply?.created_at ?? ticket.created_at) : null };
}

/** A schema that a derived value does not fit is one that `schema-value.ts` has yet to learn. */
function fitting<T>(validator: Validator<T>, value: unknown, name: string): T {
  if (validator(value)) return value;
  const [violation] = validator.errors ?? [];
  throw new Error(`Cannot derive a ${name}: ${violation?.instancePath} ${violation?.message}.`);
}
