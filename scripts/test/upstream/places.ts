/** Pointers into the service's document, for tests. */
export const SCHEMAS = "#/components/schemas";
export const TICKET = `${SCHEMAS}/Ticket`;
export const TICKET_PAGE = `${SCHEMAS}/AbstractPage_Ticket_`;

export const TICKETS = "#/paths/~1f~1api~1v1~1support~1ticket";
export const ONE_TICKET = `${TICKETS}~1{ticket_id}`;
export const REPLIES = `${ONE_TICKET}~1reply`;
export const TEAM_TICKETS = "#/paths/~1f~1api~1v1~1team~1{team_id}~1ticket";

export const OPERATIONS = [
  `${TICKETS}/get`,
  `${TICKETS}/post`,
  `${ONE_TICKET}/get`,
  `${ONE_TICKET}/patch`,
  `${ONE_TICKET}/delete`,
  `${REPLIES}/get`,
  `${REPLIES}/post`,
  `${TEAM_TICKETS}/get`,
];

export const BODY = "content/application~1json/schema";

/** An operation that opens a ticket about one site, as the framework names such things. */
export const SITE_TICKETS = "#/paths/~1f~1api~1v1~1site~1{site_id}~1ticket";
export const OPEN_SITE_TICKET = {
  tags: ["site"],
  summary: "Made up",
  operationId: "create_site_ticket_f_api_v1_site__site_id__ticket_post",
  security: [{ OAuth2PasswordBearer: [] }, { APIKeyCookie: [] }],
  parameters: [{ name: "site_id", in: "path", required: true, schema: { type: "string", format: "uuid4" } }],
  requestBody: {
    required: true,
    content: { "application/json": { schema: { $ref: `${SCHEMAS}/SiteTicketCreate` } } },
  },
  responses: {
    "201": { description: "Made up", content: { "application/json": { schema: { $ref: TICKET } } } },
    "422": {
      description: "Made up",
      content: { "application/json": { schema: { $ref: `${SCHEMAS}/HTTPValidationError` } } },
    },
  },
};
export const SITE_TICKET_CREATE = {
  title: "SiteTicketCreate",
  type: "object",
  properties: {
    subject: { type: "string", title: "Subject" },
    since: { anyOf: [{ type: "string", format: "date-time" }, { type: "null" }], title: "Since" },
  },
  required: ["subject"],
};
