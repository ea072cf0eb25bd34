export { answer } from "./answer/answer.ts";
export type { ResponseBody, ServiceRequest, ServiceResponse } from "./answer/service-messages.ts";
export { type DriftKind, driftKinds } from "./drift/drift-kind.ts";
export type { Delivery } from "./exchange/delivery.ts";
export { exchange, FAULT_HEADER } from "./exchange/exchange.ts";
export type { Disturbance } from "./faults/disturbance.ts";
export type { FaultPlan, PlannedFault } from "./faults/fault-plan.ts";
export { type Fault, type FaultKind, type FaultRule, faultKinds } from "./faults/fault-rule.ts";
export { type Scenario, type ScenarioName, scenarios } from "./faults/scenarios.ts";
export type { Profile } from "./fixtures/draw.ts";
export { WORLD_EPOCH } from "./fixtures/instant.ts";
export type { Judgements, OffSpecAnswer, Violation } from "./judge/judgements.ts";
export { OFF_SPEC_HEADER, offSpec } from "./judge/off-spec.ts";
export type { AnyResponse, OffSpecResponse, OverrideResponse, Responder } from "./overrides/responder.ts";
export {
  type Account,
  type ApiKey,
  type Caller,
  type CredentialKind,
  type CredentialOptions,
  type Credentials,
  demoCredentials,
  type Scope,
  type SessionCookie,
} from "./world/credentials.ts";
export type { LoggedRequest } from "./world/logged-request.ts";
export type { RequestLog } from "./world/request-log.ts";
export type { PageOf } from "./world/ticket-store.ts";
export { createTicketWorld, TicketWorld, type TicketWorldOptions, type WorldSnapshot } from "./world/ticket-world.ts";
export { SESSION_HEADER, WorldSessions } from "./world/world-sessions.ts";
