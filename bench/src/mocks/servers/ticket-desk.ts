import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

/** All that the desk has to know of a ticket. */
interface DeskTicket {
  readonly id: string;
  readonly ticket_replies: readonly unknown[];
}

/** What a team that writes its own mock would write: tickets in memory, and the few checks that its tests need. */
export class TicketDesk {
  readonly #tickets: Map<string, DeskTicket>;

  constructor(tickets: readonly DeskTicket[]) {
    this.#tickets = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  }

  /** @param file a JSON array of tickets */
  static fromFile(file: string): TicketDesk {
    return new TicketDesk(JSON.parse(readFileSync(file, "utf8")));
  }

  list(): DeskTicket[] {
    return [...this.#tickets.values()];
  }

  get(id: string): DeskTicket | undefined {
    return this.#tickets.get(id);
  }

  replyPage(id: string, page: number, size: number) {
    const replies = this.#tickets.get(id)?.ticket_replies;
    if (!replies) return undefined;
    const offset = (page - 1) * size;
    const address = (target: number) => `/f/api/v1/support/ticket/${id}/reply?page=${target}&size=${size}`;
    return {
      count: replies.length,
      limit: size,
      next: offset + size < replies.length ? address(page + 1) : null,
      offset,
      previous: page > 1 ? address(page - 1) : null,
      results: replies.slice(offset, offset + size),
    };
  }

  /** The ticket that was opened, or what a 422 says. */
  open(body: Record<string, unknown>): { ticket: DeskTicket } | { detail: unknown[] } {
    const { category = null, description, subject, team_id } = body;
    if (typeof description !== "string" || typeof subject !== "string" || typeof team_id !== "string") {
      const texts = ["description", "subject", "team_id"].filter((field) => typeof body[field] !== "string");
      return { detail: texts.map((field) => textExpected(field, body)) };
    }
    const ticket = {
      category: typeof category === "string" ? category : null,
      created_at: new Date().toISOString(),
      description,
      id: randomUUID(),
      is_openai_thread: false,
      messages_remaining: 20,
      openai_custom_instructions: null,
      resolved: false,
      resolved_at: null,
      subject,
      team_id,
      ticket_replies: [],
    };
    this.#tickets.set(ticket.id, ticket);
    return { ticket };
  }
}

function textExpected(field: string, body: Record<string, unknown>) {
  const loc = ["body", field];
  return field in body
    ? { type: "string_type", loc, msg: "Input should be a valid string", input: body[field] }
    : { type: "missing", loc, msg: "Field required", input: body };
}
