import type { paths, TicketReply, TicketReplyCreate, TicketReplyPage } from "@sitebay-tickets/contract";
import type { Client } from "openapi-fetch";
import { replyPageShape, replyShape } from "../answers/answer-shape.ts";
import type { CallOptions } from "../call-options.ts";
import { defaults } from "../defaults.ts";
import { type PageRequest, pageQuery } from "./page-request.ts";
import { readItems } from "./read-pages.ts";
import type { ResourceCall } from "./resource-call.ts";

/** The conversation below a ticket. Every method rejects with a TicketApiError, or with the reason of its signal. */
export interface Replies {
  /** One page of a ticket's replies. */
  list(ticketId: string, page?: PageRequest, options?: CallOptions): Promise<TicketReplyPage>;
  /**
   * All replies of a ticket, each once, also when others come or go meanwhile; the next page is
   * fetched while one is worked on. The options apply to each page. Pages that do not hold as many
   * replies as they say are read again, and in the end an InvalidResponseError.
   */
  all(ticketId: string, options?: CallOptions): AsyncGenerator<TicketReply, void, undefined>;
  /** Adds a reply; `resolve: true` closes the ticket. It is only sent again when the service did nothing for certain. */
  create(ticketId: string, reply: TicketReplyCreate, options?: CallOptions): Promise<TicketReply>;
}

export function createReplies(raw: Client<paths>, call: ResourceCall): Replies {
  const fetchPage = (ticketId: string, page: PageRequest, options?: CallOptions) =>
    call.received("listTicketReplies", options, replyPageShape, (wire) =>
      raw.GET("/support/ticket/{ticket_id}/reply", {
        params: { path: { ticket_id: ticketId }, query: pageQuery(page) },
        ...wire,
      }),
    );

  return {
    list: async (ticketId, page = {}, options) => (await fetchPage(ticketId, page, options)).value,
    all: (ticketId, options) =>
      readItems(
        (page, signal) => fetchPage(ticketId, { page, size: defaults.pageSize }, { ...options, signal }),
        options?.signal,
      ),
    create: (ticketId, body, options) =>
      call.value("createTicketReply", options, replyShape, (wire) =>
        raw.POST("/support/ticket/{ticket_id}/reply", { params: { path: { ticket_id: ticketId } }, body, ...wire }),
      ),
  };
}
