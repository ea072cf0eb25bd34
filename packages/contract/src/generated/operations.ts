// Generated from openapi/tickets.yaml by `pnpm generate`. Do not edit.

/** Every operation of the API, by its id. */
export const operations = {
  login: {
    id: "login",
    method: "POST",
    path: "/auth/jwt/login",
    retry: "safe",
    secured: false,
    pathParameters: [],
    success: 200,
    statuses: ["200", "400", "422", "429", "5XX"],
  },
  listTickets: {
    id: "listTickets",
    method: "GET",
    path: "/support/ticket",
    retry: "safe",
    secured: true,
    pathParameters: [],
    success: 200,
    statuses: ["200", "400", "401", "403", "429", "5XX"],
  },
  createTicket: {
    id: "createTicket",
    method: "POST",
    path: "/support/ticket",
    retry: "rejected-only",
    secured: true,
    pathParameters: [],
    success: 201,
    statuses: ["201", "400", "401", "403", "422", "429", "5XX"],
  },
  getTicket: {
    id: "getTicket",
    method: "GET",
    path: "/support/ticket/{ticket_id}",
    retry: "safe",
    secured: true,
    pathParameters: ["ticket_id"],
    success: 200,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"],
  },
  updateTicket: {
    id: "updateTicket",
    method: "PATCH",
    path: "/support/ticket/{ticket_id}",
    retry: "safe",
    secured: true,
    pathParameters: ["ticket_id"],
    success: 200,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"],
  },
  deleteTicket: {
    id: "deleteTicket",
    method: "DELETE",
    path: "/support/ticket/{ticket_id}",
    retry: "safe",
    secured: true,
    pathParameters: ["ticket_id"],
    success: 200,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"],
  },
  listTicketReplies: {
    id: "listTicketReplies",
    method: "GET",
    path: "/support/ticket/{ticket_id}/reply",
    retry: "safe",
    secured: true,
    pathParameters: ["ticket_id"],
    success: 200,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"],
  },
  createTicketReply: {
    id: "createTicketReply",
    method: "POST",
    path: "/support/ticket/{ticket_id}/reply",
    retry: "rejected-only",
    secured: true,
    pathParameters: ["ticket_id"],
    success: 201,
    statuses: ["201", "400", "401", "403", "404", "422", "429", "5XX"],
  },
  listTeamTickets: {
    id: "listTeamTickets",
    method: "GET",
    path: "/team/{team_id}/ticket",
    retry: "safe",
    secured: true,
    pathParameters: ["team_id"],
    success: 200,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"],
  },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;
export type OperationPath = (typeof operations)[OperationId]["path"];
export type Method = (typeof operations)[OperationId]["method"];

export interface Operation {
  readonly id: string;
  readonly method: "DELETE" | "GET" | "HEAD" | "OPTIONS" | "PATCH" | "POST" | "PUT" | "TRACE";
  /** The path's template below the base URL. */
  readonly path: string;
  /**
   * When a request may be sent again. `safe`: whenever the outcome is unknown. `rejected-only`:
   * only when the service did nothing for certain.
   */
  readonly retry: "rejected-only" | "safe";
  /** Whether the operation asks for a credential. */
  readonly secured: boolean;
  readonly pathParameters: readonly string[];
  /** The status of a success. */
  readonly success: number;
  /** Every status that the spec declares, as it writes it: `200`, `5XX`. */
  readonly statuses: readonly string[];
}
