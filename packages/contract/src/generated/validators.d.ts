// Generated from openapi/tickets.yaml by `pnpm generate`. Do not edit.

import type { Validator } from "../validator.ts";
import type { OperationId } from "./operations.ts";
import type * as types from "./types.ts";

/** A validator for each schema of the API, by its name. */
export declare const validators: {
  readonly Ticket: Validator<types.Ticket>;
  readonly TicketReply: Validator<types.TicketReply>;
  readonly UserLimited: Validator<types.UserLimited>;
  readonly TicketCreate: Validator<types.TicketCreate>;
  readonly TicketUpdate: Validator<types.TicketUpdate>;
  readonly TicketReplyCreate: Validator<types.TicketReplyCreate>;
  readonly TicketReplyPage: Validator<types.TicketReplyPage>;
  readonly TicketPage: Validator<types.TicketPage>;
  readonly LoginRequest: Validator<types.LoginRequest>;
  readonly AccessToken: Validator<types.AccessToken>;
  readonly HTTPError: Validator<types.HTTPError>;
  readonly HTTPValidationError: Validator<types.HTTPValidationError>;
  readonly ValidationError: Validator<types.ValidationError>;
};

/** For each operation that takes a body. */
export declare const requestBodyValidators: { readonly [Id in OperationId]?: Validator<unknown> };

/** For each operation, by status as the spec writes it: `200`, `5XX`. */
export declare const responseValidators: { readonly [Id in OperationId]: { readonly [status: string]: Validator<unknown> } };
