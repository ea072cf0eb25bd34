export type {
  Ticket,
  TicketCreate,
  TicketPage,
  TicketReply,
  TicketReplyCreate,
  TicketReplyPage,
  TicketUpdate,
  UserLimited,
} from "@sitebay-tickets/contract";
export { JsonArrayError, JsonArraySplitter } from "./answers/json-array-splitter.ts";
export type { CallOptions } from "./call-options.ts";
export { createTicketClient, type TicketClient, type TicketClientOptions } from "./client.ts";
export { bearer } from "./credentials/bearer.ts";
export { cookie } from "./credentials/cookie.ts";
export type { Credentials, LogIn, PasswordLogin } from "./credentials/credentials.ts";
export { password } from "./credentials/password.ts";
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
export type { PageRequest } from "./resources/page-request.ts";
export type { Replies } from "./resources/replies.ts";
export type { TeamTicketBatch } from "./resources/team-tickets.ts";
export type { Tickets } from "./resources/tickets.ts";
export type { ClientEvent, EventListener } from "./transport/events.ts";
export type { RequestCredential, Session } from "./transport/session.ts";
