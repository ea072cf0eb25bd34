import type { OperationId } from "@sitebay-tickets/contract";
import type { Caller } from "../world/credentials.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import type { Declared, JudgedRequest } from "./declared-operation.ts";
import { pageAnswer } from "./page-answer.ts";
import { notFound, Refusal } from "./refusal.ts";

/** The body of a success; an array may come as any iterable. */
type SuccessBody<Id extends OperationId> = Streamable<ResponseBody<Declared<Id>>>;
type Streamable<Body> = Body extends readonly (infer Item)[] ? Iterable<Item> : Body;
type ResponseBody<Operation> = Operation extends { responses: { 200: { content: infer Content } } }
  ? Content[keyof Content]
  : Operation extends { responses: { 201: { content: infer Content } } }
    ? Content[keyof Content]
    : never;

type OperationAnswer<Id extends OperationId> = (
  world: TicketWorld,
  request: JudgedRequest<Id>,
  caller: Caller | undefined,
) => SuccessBody<Id> | Refusal;

/** What the service does for each operation. An operation that joins the spec has to join here. */
export const operationAnswers: { readonly [Id in OperationId]: OperationAnswer<Id> } = {
  login(world, { body }) {
    const token = world.credentials.login(body.username, body.password);
    return token === undefined ? badCredentials : { access_token: token, token_type: "bearer" };
  },
  listTickets: (world) => world.listTickets(),
  createTicket: (world, { body }) => world.createTicket(body),
  getTicket: (world, { path }) => world.getTicket(path.ticket_id) ?? notFound,
  updateTicket: (world, { path, body }) => world.updateTicket(path.ticket_id, body) ?? notFound,
  deleteTicket: (world, { path }) => (world.deleteTicket(path.ticket_id) ? {} : notFound),
  listTicketReplies(world, { path, query }) {
    const found = world.listReplies(path.ticket_id, query);
    return found ? pageAnswer(`/support/ticket/${path.ticket_id}/reply`, query, found) : notFound;
  },
  createTicketReply(world, { path, body }, caller) {
    return (caller && world.createReply(path.ticket_id, body, caller.user)) ?? notFound;
  },
  listTeamTickets(world, { path, query }) {
    const found = world.listTeamTickets(path.team_id, query);
    return found ? pageAnswer(`/team/${path.team_id}/ticket`, query, found) : notFound;
  },
};

const badCredentials = new Refusal(400, "LOGIN_BAD_CREDENTIALS");
