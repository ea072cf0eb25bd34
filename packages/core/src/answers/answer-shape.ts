import type { Ticket, TicketPage, TicketReply, TicketReplyPage } from "@sitebay-tickets/contract";
import type { AnswerSchema } from "../drift.ts";

/**
 * What an answer must be to be handed out at all. This is deliberately little: it tells another kind
 * of answer apart, where validation tells whether the fields are right.
 */
export interface AnswerShape<T> {
  readonly schema: AnswerSchema;
  /** For messages: "a ticket". */
  readonly name: string;
  readonly fits: (value: unknown) => value is T;
}

export const ticketShape: AnswerShape<Ticket> = {
  schema: "Ticket",
  name: "a ticket",
  fits: (value): value is Ticket => hasId(value),
};

export const replyShape: AnswerShape<TicketReply> = {
  schema: "TicketReply",
  name: "a reply",
  fits: (value): value is TicketReply => hasId(value),
};

export const replyPageShape: AnswerShape<TicketReplyPage> = {
  schema: "TicketReplyPage",
  name: "a page of replies",
  fits: (value): value is TicketReplyPage => isPage(value),
};

export const ticketPageShape: AnswerShape<TicketPage> = {
  schema: "TicketPage",
  name: "a page of tickets",
  fits: (value): value is TicketPage => isPage(value),
};

function isPage(value: unknown): boolean {
  return (
    isObject(value) && Array.isArray(value.results) && Number.isInteger(value.count) && Number.isInteger(value.offset)
  );
}

function hasId(value: unknown): boolean {
  return isObject(value) && Object.hasOwn(value, "id");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
