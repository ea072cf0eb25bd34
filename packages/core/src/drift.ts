import type { OperationId } from "@sitebay-tickets/contract";

/** The schemas that answers are held against. */
export type AnswerSchema = "Ticket" | "TicketPage" | "TicketReply" | "TicketReplyPage";

/** One way in which a value departs from its schema. It never holds the value itself. */
export interface Departure {
  /** A `mismatch` breaks the schema; an `unknown-field` is one that the schema does not name. */
  readonly kind: "mismatch" | "unknown-field";
  /** JSON pointer to where it stands, with `*` for any place in an array: `/ticket_replies/*`. */
  readonly at: string;
  /** The broken rule, such as `required` or `type`; `unknown-field` for such a field. */
  readonly rule: string;
  /** For people: `must be string`. */
  readonly message: string;
}

/** A departure that a client has met. */
export interface Drift extends Departure {
  readonly operation: OperationId | undefined;
  readonly schema: AnswerSchema;
  /** How often this client has met this departure, this time included. */
  readonly count: number;
}

/** How answers are validated: made by `report` or `strict` of `@sitebay-tickets/core/validation`. */
export interface Validation {
  /** What becomes of a mismatch: it is counted and told, or fails the call. */
  readonly onMismatch: "report" | "throw";
  inspect(schema: AnswerSchema, value: unknown): readonly Departure[];
}
