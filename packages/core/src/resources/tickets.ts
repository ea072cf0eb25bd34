import type { paths, Ticket, TicketCreate, TicketUpdate } from "@sitebay-tickets/contract";
import type { Client } from "openapi-fetch";
import { ticketShape } from "../answers/answer-shape.ts";
import { parseJsonBody, unusableAnswer } from "../answers/json-body.ts";
import { readArray } from "../answers/list-stream.ts";
import type { CallOptions } from "../call-options.ts";
import type { Answer, ResourceCall } from "./resource-call.ts";
import { createTeamTickets, type TeamTickets } from "./team-tickets.ts";

/** Requests for support. Every method rejects with a TicketApiError, or with the reason of its signal. */
export interface Tickets extends TeamTickets {
  /** All tickets at once, in no particular order. For large accounts `stream` needs less memory. */
  list(options?: CallOptions): Promise<Ticket[]>;
  get(id: string, options?: CallOptions): Promise<Ticket>;
  /** Opens a ticket. It is only sent again when the service did nothing for certain. */
  create(ticket: TicketCreate, options?: CallOptions): Promise<Ticket>;
  /** Sets the fields that are given and leaves the others alone. */
  update(id: string, changes: TicketUpdate, options?: CallOptions): Promise<Ticket>;
  /** Deletes a ticket with its replies. When a retry finds it gone, an earlier attempt has done it. */
  delete(id: string, options?: CallOptions): Promise<void>;
  /**
   * The list, one ticket at a time, in flat memory: the first is handed out before the last has
   * arrived. Leaving the loop cancels the transfer. A list that breaks off is an error, never a short
   * list; what was handed out before stays handed out.
   *
   * @example
   * for await (const ticket of client.tickets.stream()) console.log(ticket.subject);
   */
  stream(options?: CallOptions): AsyncGenerator<Ticket, void, undefined>;
  /**
   * As `stream`, but each ticket as the JSON bytes it came in, unparsed and unchecked, in batches: one
   * for each piece of the transfer that completed some. The bytes are views on that piece.
   */
  streamBytes(options?: CallOptions): AsyncGenerator<readonly Uint8Array[], void, undefined>;
}

export function createTickets(raw: Client<paths>, call: ResourceCall): Tickets {
  const byId = (id: string) => ({ params: { path: { ticket_id: id } } });

  const openList = (options?: CallOptions) =>
    call.stream("listTickets", options, (wire) => raw.GET("/support/ticket", { ...wire }));

  return {
    ...createTeamTickets(raw, call),
    async list(options) {
      const answer = await call.bytes("listTickets", options, (wire) => raw.GET("/support/ticket", { ...wire }));
      const list = parseJsonBody(answer.call, answer.response, answer.body);
      if (!Array.isArray(list)) {
        throw unusableAnswer(answer.call, answer.response, "JSON that is not a list", "check the base URL");
      }
      return list.map((ticket: unknown) => call.check(ticketShape, ticket, answer.call, answer.response));
    },
    get: (id, options) =>
      call.value("getTicket", options, ticketShape, (wire) =>
        raw.GET("/support/ticket/{ticket_id}", { ...byId(id), ...wire }),
      ),
    create: (body, options) =>
      call.value("createTicket", options, ticketShape, (wire) => raw.POST("/support/ticket", { body, ...wire })),
    update: (id, body, options) =>
      call.value("updateTicket", options, ticketShape, (wire) =>
        raw.PATCH("/support/ticket/{ticket_id}", { ...byId(id), body, ...wire }),
      ),
    async delete(id, options) {
      const answer = await call.bytes("deleteTicket", options, (wire) =>
        raw.DELETE("/support/ticket/{ticket_id}", { ...byId(id), ...wire }),
      );
      // The body means nothing, but a portal's login page must not pass for a success.
      if (answer.body.length > 0) parseJsonBody(answer.call, answer.response, answer.body);
    },
    async *stream(options) {
      const answer = await openList(options);
      for await (const batch of readArray(answer.call, answer.response, answer.body)) {
        for (const bytes of batch) yield readTicket(call, answer, bytes);
      }
    },
    async *streamBytes(options) {
      const answer = await openList(options);
      yield* readArray(answer.call, answer.response, answer.body);
    },
  };
}

function readTicket({ check }: ResourceCall, { call, response }: Answer<unknown>, bytes: Uint8Array): Ticket {
  return check(ticketShape, parseJsonBody(call, response, bytes), call, response);
}
