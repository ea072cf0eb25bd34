export type {
  Ticket,
  TicketCreate,
  TicketReply,
  TicketReplyCreate,
  TicketReplyPage,
  TicketUpdate,
  UserLimited,
} from "@sitebay-tickets/contract";
export { bearer } from "./bearer.ts";
export type { CallOptions } from "./call-options.ts";
export { createTicketClient, type TicketClient, type TicketClientOptions } from "./client.ts";
export { cookie } from "./cookie.ts";
export type { Credentials, LogIn, PasswordLogin, RequestCredential, Session } from "./credentials.ts";
export { defaults, type RetrySettings, type TimeoutSettings } from "./defaults.ts";
export type { AnswerSchema, Departure, Drift, Validation } from "./drift.ts";
export {
  AuthenticationError,
  ConnectionError,
  type ErrorFacts,
  InvalidRequestError,
  InvalidResponseError,
  type Issue,
  isTicketApiError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RequestTimeoutError,
  ServiceError,
  TicketApiError,
  type TimeLimit,
} from "./errors.ts";
export type { ClientEvent, EventListener } from "./events.ts";
export { JsonArrayError, JsonArraySplitter } from "./json-array-splitter.ts";
export { password } from "./password.ts";
export type { PageRequest, Replies } from "./replies.ts";
export type { Tickets } from "./tickets.ts";
