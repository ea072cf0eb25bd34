export { answer } from "./answer/answer.ts";
export type { ServiceRequest, ServiceResponse } from "./answer/service-messages.ts";
export { type DriftKind, driftKinds } from "./drift/drift-kind.ts";
export { type Answer, drifting } from "./drift/drifting.ts";
export type { Profile } from "./fixtures/draw.ts";
export {
  type FixtureOptions,
  replyFixture,
  replyPageFixture,
  ticketFixture,
  ticketPageFixture,
  userFixture,
} from "./fixtures/fixtures.ts";
export { WORLD_EPOCH } from "./fixtures/instant.ts";
export {
  type Account,
  type ApiKey,
  type Caller,
  type CredentialOptions,
  Credentials,
  demoCredentials,
  type Scope,
  type SessionCookie,
} from "./world/credentials.ts";
export { createTicketWorld, type PageOf, TicketWorld, type TicketWorldOptions } from "./world/ticket-world.ts";
