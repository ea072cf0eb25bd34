export { answer } from "./answer.ts";
export {
  type Account,
  type ApiKey,
  type Caller,
  type CredentialOptions,
  Credentials,
  demoCredentials,
  type Scope,
  type SessionCookie,
} from "./credentials.ts";
export type { Profile } from "./draw.ts";
export { type FixtureOptions, replyFixture, replyPageFixture, ticketFixture, userFixture } from "./fixtures.ts";
export { WORLD_EPOCH } from "./instant.ts";
export type { ServiceRequest, ServiceResponse } from "./service-messages.ts";
export { createTicketWorld, type ReplyPage, TicketWorld, type TicketWorldOptions } from "./ticket-world.ts";
