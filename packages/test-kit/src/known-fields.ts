import * as texts from "./conversation-texts.ts";
import { drawBelow, drawChance, drawItem, keyOf, type Place } from "./draw.ts";
import { drawTime, placedTime } from "./instant.ts";
import { nastyText } from "./nasty-texts.ts";
import { customer, email, firstName, fullName, isStaff, lastName, staffMember } from "./people.ts";
import { reversibleIds } from "./reversible-id.ts";
import type { KnownField, KnownFields } from "./schema-value.ts";
import { REPLIES_PER_TICKET, timelineOf } from "./timeline.ts";

/** What is known of the service's fields beyond their schemas. All others fall back to those. */
export const knownFields: KnownFields = {
  "Ticket/category": text((ticket) => topicOf(ticket).category),
  "Ticket/created_at": time((ticket) => timelineOf(ticket).opened),
  "Ticket/description": text((ticket) => fill(requestOf(ticket).description, ticket)),
  "Ticket/id": { value: (ticket) => reversibleIds(ticket.seed, "ticket").idOf(ticket.index) },
  "Ticket/is_openai_thread": { value: isOpenaiThread },
  "Ticket/messages_remaining": { value: (ticket, key) => drawBelow(21, ticket, key) },
  "Ticket/openai_custom_instructions": text((ticket, key) =>
    isOpenaiThread(ticket) ? drawItem(texts.instructions, ticket, key) : null,
  ),
  "Ticket/resolved": { value: (ticket) => timelineOf(ticket).resolved !== null },
  "Ticket/resolved_at": { value: resolvedAt, settled: true },
  "Ticket/subject": text((ticket) => fill(requestOf(ticket).subject, ticket)),
  "Ticket/team_id": { value: (ticket, key) => reversibleIds(ticket.seed, "team").idOf(drawBelow(TEAMS, ticket, key)) },
  "Ticket/ticket_replies": { places: repliesOf },

  "TicketReply/created_at": time(
    (reply) => timelineOf(ticketOf(reply)).replies[orderOf(reply)] ?? drawTime(reply, TIME),
  ),
  "TicketReply/description": text(message),
  "TicketReply/id": { value: (reply) => reversibleIds(reply.seed, "reply").idOf(reply.index) },
  "TicketReply/is_gpt_chat_message": { value: (reply) => isByStaff(reply) && isOpenaiThread(ticketOf(reply)) },
  "TicketReply/openai_message_id": {
    value: (reply, key) =>
      isByStaff(reply) && isOpenaiThread(ticketOf(reply)) ? `msg_${drawBelow(2 ** 32, reply, key).toString(36)}` : null,
  },
  "TicketReply/resolve": { value: (reply) => (isLastWord(reply) ? true : null) },
  "TicketReply/user": { place: author },

  "UserLimited/created_at": time((user, key) => drawTime(user, key) - BEFORE_ALL_TICKETS_MS),
  "UserLimited/email": { value: email },
  "UserLimited/first_name": { value: firstName, settled: true },
  "UserLimited/full_name": { value: (user) => fullName([firstName(user), lastName(user)]) },
  "UserLimited/id": { value: (user) => reversibleIds(user.seed, "user").idOf(user.index) },
  "UserLimited/is_active": { value: () => true },
  "UserLimited/is_superuser": { value: isStaff },
  "UserLimited/last_name": { value: lastName, settled: true },
};

/** Teams that share the tickets among them. */
const TEAMS = 12;
const BEFORE_ALL_TICKETS_MS = 800 * 86_400_000;

const TOPIC = keyOf("topic");
const SITE = keyOf("site");
const REQUEST = keyOf("request");
const ASSISTANT = keyOf("assistant");
const LAST_WORD = keyOf("last word");
const TIME = keyOf("time");

function text(plain: (place: Place, key: number) => string | null): KnownField {
  return {
    value: (place, key) => {
      const value = plain(place, key);
      return value !== null && place.profile === "nasty" ? nastyText(value, place, key) : value;
    },
  };
}

function time(milliseconds: (place: Place, key: number) => number): KnownField {
  return { value: (place, key) => placedTime(milliseconds(place, key), place, key) };
}

function topicOf(ticket: Place): texts.Topic {
  return drawItem(texts.topics, ticket, TOPIC);
}

function requestOf(ticket: Place) {
  return drawItem(topicOf(ticket).requests, ticket, REQUEST);
}

function fill(template: string, ticket: Place): string {
  return template.replace("{site}", drawItem(texts.siteNames, ticket, SITE));
}

function isOpenaiThread(ticket: Place): boolean {
  return drawChance(0.3, ticket, ASSISTANT);
}

/** Null while the ticket is open; the nasty service leaves it out then, for some. */
function resolvedAt(ticket: Place, key: number): string | null | undefined {
  const { resolved } = timelineOf(ticket);
  if (resolved !== null) return placedTime(resolved, ticket, key);
  return ticket.profile === "nasty" && drawChance(0.3, ticket, key) ? undefined : null;
}

function repliesOf(ticket: Place): Place[] {
  return timelineOf(ticket).replies.map((_, i) => ({ ...ticket, index: ticket.index * REPLIES_PER_TICKET + i }));
}

function ticketOf(reply: Place): Place {
  return { ...reply, index: Math.floor(reply.index / REPLIES_PER_TICKET) };
}

function orderOf(reply: Place): number {
  return reply.index % REPLIES_PER_TICKET;
}

/** Staff and customer take turns; staff begins. */
function isByStaff(reply: Place): boolean {
  return orderOf(reply) % 2 === 0;
}

/** Most conversations that were resolved end with a reply that says so. */
function isLastWord(reply: Place): boolean {
  const { replies, resolved } = timelineOf(ticketOf(reply));
  return resolved !== null && orderOf(reply) === replies.length - 1 && drawChance(0.7, reply, LAST_WORD);
}

function message(reply: Place, key: number): string {
  const topic = topicOf(ticketOf(reply));
  if (isLastWord(reply) && !isByStaff(reply)) return drawItem(texts.thanks, reply, key);
  const lines = isByStaff(reply) ? topic.answers : topic.followUps;
  // In turn, so that nobody says the same thing twice in a row.
  return lines[(orderOf(reply) >> 1) % lines.length] ?? lines[0];
}

function author(reply: Place): Place {
  return isByStaff(reply) ? staffMember(reply) : customer(ticketOf(reply));
}
