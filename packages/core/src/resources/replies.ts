import type { paths, TicketReply, TicketReplyCreate, TicketReplyPage } from "@sitebay-tickets/contract";
import type { Client } from "openapi-fetch";
import { replyPageShape, replyShape } from "../answers/answer-shape.ts";
import type { CallOptions } from "../call-options.ts";
import { defaults } from "../defaults.ts";
import type { ResourceCall } from "./resource-call.ts";

/** The conversation below a ticket. Every method rejects with a TicketApiError, or with the reason of its signal. */
export interface Replies {
  /** One page of a ticket's replies. */
  list(ticketId: string, page?: PageRequest, options?: CallOptions): Promise<TicketReplyPage>;
  /**
   * All replies of a ticket, asking for a page when the one before is used up. An empty page ends it,
   * whatever the count says. The options apply to each page; replies that come or go meanwhile may
   * shift others onto the next page or the last.
   */
  all(ticketId: string, options?: CallOptions): AsyncGenerator<TicketReply, void, undefined>;
  /** Adds a reply; `resolve: true` closes the ticket. It is only sent again when the service did nothing for certain. */
  create(ticketId: string, reply: TicketReplyCreate, options?: CallOptions): Promise<TicketReply>;
}

export interface PageRequest {
  /** The first is 1, which is also the default. */
  readonly page?: number;
  /** How many replies a page holds: 1 to 100; the service's default is 50. */
  readonly size?: number;
}

export function createReplies(raw: Client<paths>, call: ResourceCall): Replies {
  const list: Replies["list"] = (ticketId, { page, size } = {}, options) => {
    const query = { ...(page !== undefined && { page }), ...(size !== undefined && { size }) };
    return call.value("listTicketReplies", options, replyPageShape, (wire) =>
      raw.GET("/support/ticket/{ticket_id}/reply", { params: { path: { ticket_id: ticketId }, query }, ...wire }),
    );
  };

  return {
    list,
    async *all(ticketId, options) {
      for (let page = 1; ; page += 1) {
        const { results, offset, count } = await list(ticketId, { page, size: defaults.pageSize }, options);
        yield* results;
        if (results.length === 0 || offset + results.length >= count) return;
      }
    },
    create: (ticketId, body, options) =>
      call.value("createTicketReply", options, replyShape, (wire) =>
        raw.POST("/support/ticket/{ticket_id}/reply", { params: { path: { ticket_id: ticketId } }, body, ...wire }),
      ),
  };
}
