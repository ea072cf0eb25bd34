// Generated from openapi/tickets.yaml by `pnpm generate`. Do not edit.

import type { JsonSchema, OperationSchemas } from "../json-schema.ts";
import type { OperationId } from "./operations.ts";

const UserLimited: JsonSchema = {
  description: "What a ticket shows of the user who wrote a reply.",
  type: "object",
  properties: {
    created_at: {
      description: "When the user signed up.",
      type: "string",
      format: "date-time",
      examples: ["2024-11-19T08:00:00Z"],
    },
    email: {
      description: "The user's mail address.",
      type: "string",
      format: "email",
      examples: ["grace@example.com"],
    },
    first_name: {
      description: "The user's first name.",
      type: ["string", "null"],
      examples: ["Grace"],
    },
    full_name: {
      description: "The user's name as it is shown.",
      type: "string",
      examples: ["Grace Weber"],
    },
    id: {
      description: "Identifies the user.",
      type: "string",
      format: "uuid4",
      examples: ["1d2c3b4a-5f6e-4a7b-8c9d-0e1f2a3b4c5d"],
    },
    is_active: {
      description: "Whether the user may sign in.",
      type: "boolean",
      default: true,
      examples: [true],
    },
    is_payment_verified: {
      description: "Whether a payment method of the user was verified.",
      type: "boolean",
      examples: [true],
    },
    is_superuser: {
      description: "Whether the user belongs to SiteBay's staff.",
      type: "boolean",
      default: false,
      examples: [false],
    },
    is_verified: {
      description: "Whether the user's mail address was verified.",
      type: "boolean",
      default: false,
      examples: [true],
    },
    last_name: {
      description: "The user's last name.",
      type: ["string", "null"],
      examples: ["Weber"],
    },
    posthog_user_id: {
      description: "The user's number in the service's product analytics.",
      type: ["integer", "null"],
      examples: [1042],
    },
  },
  required: ["created_at", "email", "first_name", "full_name", "id", "is_payment_verified", "last_name", "posthog_user_id"],
};

const TicketReply: JsonSchema = {
  description: "One message in the conversation about a ticket.",
  type: "object",
  properties: {
    created_at: {
      description: "When the reply was written.",
      type: "string",
      format: "date-time",
      examples: ["2026-02-03T10:02:41Z"],
    },
    description: {
      description: "The message.",
      type: ["string", "null"],
      examples: ["Corrected. The new invoice is on its way."],
    },
    id: {
      description: "Identifies the reply.",
      type: "string",
      format: "uuid4",
      examples: ["c7b0a0ce-77f5-4d8c-9a3b-1f2e3d4c5b6a"],
    },
    is_gpt_chat_message: {
      description: "Whether the AI assistant wrote the reply.",
      type: ["boolean", "null"],
      examples: [false],
    },
    openai_message_id: {
      description: "The message's id in the AI assistant's own thread.",
      type: ["string", "null"],
      examples: ["msg_4kQ9"],
    },
    resolve: {
      description: "Whether the reply closed the ticket.",
      type: ["boolean", "null"],
      examples: [true],
    },
    user: UserLimited,
  },
  required: ["created_at", "id", "is_gpt_chat_message", "user"],
};

const Ticket: JsonSchema = {
  description: "A request for support, with the whole conversation about it.",
  type: "object",
  properties: {
    category: {
      description: "What the ticket is about. The values are not specified.",
      type: ["string", "null"],
      examples: ["billing"],
    },
    created_at: {
      description: "When the ticket was opened.",
      type: "string",
      format: "date-time",
      examples: ["2026-02-03T09:15:27.104233Z"],
    },
    description: {
      description: "The request itself, in the words of who opened it.",
      type: "string",
      examples: ["The invoice for January lists a site that was removed in December."],
    },
    id: {
      description: "Identifies the ticket.",
      type: "string",
      format: "uuid4",
      examples: ["6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11"],
    },
    is_openai_thread: {
      description: "Whether the AI assistant takes part in the conversation.",
      type: "boolean",
      examples: [false],
    },
    messages_remaining: {
      description: "How many more messages the ticket takes. What lowers it is not specified.",
      type: "integer",
      examples: [20],
    },
    openai_custom_instructions: {
      description: "What the AI assistant was told about how to answer.",
      type: ["string", "null"],
      examples: ["Answer in French."],
    },
    resolved: {
      description: "Whether the ticket is closed.",
      type: "boolean",
      examples: [false],
    },
    resolved_at: {
      description: "When the ticket was closed; null while it is open.",
      type: ["string", "null"],
      format: "date-time",
      examples: ["2026-02-04T16:40:00Z"],
    },
    subject: {
      description: "The request in one line.",
      type: "string",
      examples: ["Wrong invoice for January"],
    },
    team_id: {
      description: "The team that the ticket belongs to.",
      type: "string",
      format: "uuid4",
      examples: ["0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02"],
    },
    ticket_replies: {
      description: "The replies to the ticket. Whether very long conversations are complete here is not\nspecified; page by page they are.",
      type: "array",
      items: TicketReply,
    },
  },
  required: ["created_at", "description", "id", "is_openai_thread", "messages_remaining", "resolved", "subject", "team_id", "ticket_replies"],
};

const TicketCreate: JsonSchema = {
  description: "A ticket to open.",
  type: "object",
  properties: {
    category: {
      description: "What the ticket is about. The values are not specified.",
      type: ["string", "null"],
      examples: ["billing"],
    },
    description: {
      description: "The request itself.",
      type: "string",
      examples: ["Since this morning every page answers with a blank screen."],
    },
    resolved: {
      description: "Whether the ticket is closed from the start.",
      type: "boolean",
      default: false,
      examples: [false],
    },
    s3_object: {
      description: "A file that was uploaded for the ticket.",
      type: ["string", "null"],
      examples: ["uploads/screenshot.png"],
    },
    site_live_id: {
      description: "The site that the ticket is about.",
      type: ["string", "null"],
      format: "uuid4",
      examples: ["9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d"],
    },
    subject: {
      description: "The request in one line.",
      type: "string",
      examples: ["Site is blank"],
    },
    team_id: {
      description: "The team that the ticket belongs to.",
      type: "string",
      format: "uuid4",
      examples: ["0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02"],
    },
  },
  required: ["description", "subject", "team_id"],
};

const TicketUpdate: JsonSchema = {
  description: "The fields of a ticket to set.",
  type: "object",
  properties: {
    openai_custom_instructions: {
      description: "What the AI assistant should know about how to answer.",
      type: ["string", "null"],
      examples: ["Answer in French, in short sentences."],
    },
  },
};

const TicketReplyCreate: JsonSchema = {
  description: "A reply to add to a ticket.",
  type: "object",
  properties: {
    description: {
      description: "The message.",
      type: ["string", "null"],
      examples: ["It happens in private windows too."],
    },
    is_gpt_chat_message: {
      description: "Whether the AI assistant wrote the reply.",
      type: ["boolean", "null"],
      default: false,
      examples: [false],
    },
    resolve: {
      description: "Whether to close the ticket.",
      type: ["boolean", "null"],
      examples: [true],
    },
  },
};

const TicketReplyPage: JsonSchema = {
  description: "One page of a ticket's replies.",
  type: "object",
  properties: {
    count: {
      description: "How many replies there are on all pages.",
      type: "integer",
      examples: [120],
    },
    limit: {
      description: "How many replies this page holds at most.",
      type: "integer",
      minimum: 1,
      examples: [50],
    },
    next: {
      description: "Where the next page is, as a URL or a path; null on the last one.",
      type: ["string", "null"],
      examples: ["/f/api/v1/support/ticket/6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11/reply?page=2&size=50"],
    },
    offset: {
      description: "How many replies stand on the pages before this one.",
      type: "integer",
      minimum: 0,
      examples: [0],
    },
    previous: {
      description: "Where the page before is, as a URL or a path; null on the first one.",
      type: ["string", "null"],
      examples: [null],
    },
    results: {
      description: "The replies on this page.",
      type: "array",
      items: TicketReply,
    },
  },
  required: ["count", "limit", "next", "offset", "previous", "results"],
};

const TicketPage: JsonSchema = {
  description: "One page of a team's tickets.",
  type: "object",
  properties: {
    count: {
      description: "How many tickets there are on all pages.",
      type: "integer",
      examples: [120],
    },
    limit: {
      description: "How many tickets this page holds at most.",
      type: "integer",
      minimum: 1,
      examples: [50],
    },
    next: {
      description: "Where the next page is, as a URL or a path; null on the last one.",
      type: ["string", "null"],
      examples: ["/f/api/v1/team/0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02/ticket?page=2&size=50"],
    },
    offset: {
      description: "How many tickets stand on the pages before this one.",
      type: "integer",
      minimum: 0,
      examples: [0],
    },
    previous: {
      description: "Where the page before is, as a URL or a path; null on the first one.",
      type: ["string", "null"],
      examples: [null],
    },
    results: {
      description: "The tickets on this page.",
      type: "array",
      items: Ticket,
    },
  },
  required: ["count", "limit", "next", "offset", "previous", "results"],
};

const LoginRequest: JsonSchema = {
  description: "A user's credentials.",
  type: "object",
  properties: {
    username: {
      description: "The user name, usually a mail address.",
      type: "string",
      examples: ["ada@example.com"],
    },
    password: {
      description: "The password.",
      type: "string",
      format: "password",
      examples: ["correct horse battery staple"],
    },
  },
  required: ["password", "username"],
};

const AccessToken: JsonSchema = {
  description: "What a login returns.",
  type: "object",
  properties: {
    access_token: {
      description: "The token to send as a bearer credential.",
      type: "string",
      examples: ["eyJhbGciOiJub25lIn0.e30."],
    },
    token_type: {
      description: "How the token is to be sent.",
      type: "string",
      examples: ["bearer"],
    },
  },
  required: ["access_token", "token_type"],
};

const HTTPError: JsonSchema = {
  description: "Why a request failed, in a sentence or a code word.",
  type: "object",
  properties: {
    detail: {
      description: "The reason.",
      type: "string",
      examples: ["Unauthorized"],
    },
  },
  required: ["detail"],
};

const ValidationError: JsonSchema = {
  description: "One failing field. The service's framework sends more than is listed here, such as the\noffending input.",
  type: "object",
  properties: {
    loc: {
      description: "Where the field stands: `path`, `query` or `body`, then the names and indexes that lead to it.",
      type: "array",
      items: {
        type: ["string", "integer"],
      },
      examples: [
        ["body", "subject"],
      ],
    },
    msg: {
      description: "What is wrong, for people.",
      type: "string",
      examples: ["Field required"],
    },
    type: {
      description: "What is wrong, for programs.",
      type: "string",
      examples: ["missing"],
    },
  },
  required: ["loc", "msg", "type"],
};

const HTTPValidationError: JsonSchema = {
  description: "Which parts of a request break their schema.",
  type: "object",
  properties: {
    detail: {
      description: "One entry for each failing field.",
      type: "array",
      items: ValidationError,
    },
  },
};

/** Every schema of the API, by its name. */
export const schemas = { Ticket, TicketReply, UserLimited, TicketCreate, TicketUpdate, TicketReplyCreate, TicketReplyPage, TicketPage, LoginRequest, AccessToken, HTTPError, HTTPValidationError, ValidationError };

export type SchemaName = keyof typeof schemas;

/** What each operation takes and answers. */
export const operationSchemas: Record<OperationId, OperationSchemas> = {
  login: {
    parameters: [],
    requestBody: {
      required: true,
      contentType: "application/x-www-form-urlencoded",
      schema: LoginRequest,
    },
    responses: {
      "200": AccessToken,
      "400": HTTPError,
      "422": HTTPValidationError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
  listTickets: {
    parameters: [],
    responses: {
      "200": {
        description: "All tickets, in no particular order.",
        type: "array",
        items: Ticket,
      },
      "400": HTTPError,
      "401": HTTPError,
      "403": HTTPError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
  createTicket: {
    parameters: [],
    requestBody: {
      required: true,
      contentType: "application/json",
      schema: TicketCreate,
    },
    responses: {
      "201": Ticket,
      "400": HTTPError,
      "401": HTTPError,
      "403": HTTPError,
      "422": HTTPValidationError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
  getTicket: {
    parameters: [
      {
        name: "ticket_id",
        in: "path",
        required: true,
        schema: {
          type: "string",
          format: "uuid4",
        },
      },
    ],
    responses: {
      "200": Ticket,
      "400": HTTPError,
      "401": HTTPError,
      "403": HTTPError,
      "404": HTTPError,
      "422": HTTPValidationError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
  updateTicket: {
    parameters: [
      {
        name: "ticket_id",
        in: "path",
        required: true,
        schema: {
          type: "string",
          format: "uuid4",
        },
      },
    ],
    requestBody: {
      required: true,
      contentType: "application/json",
      schema: TicketUpdate,
    },
    responses: {
      "200": Ticket,
      "400": HTTPError,
      "401": HTTPError,
      "403": HTTPError,
      "404": HTTPError,
      "422": HTTPValidationError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
  deleteTicket: {
    parameters: [
      {
        name: "ticket_id",
        in: "path",
        required: true,
        schema: {
          type: "string",
          format: "uuid4",
        },
      },
    ],
    responses: {
      "200": {
        description: "Any JSON value; an empty object where it was observed.",
      },
      "400": HTTPError,
      "401": HTTPError,
      "403": HTTPError,
      "404": HTTPError,
      "422": HTTPValidationError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
  listTicketReplies: {
    parameters: [
      {
        name: "ticket_id",
        in: "path",
        required: true,
        schema: {
          type: "string",
          format: "uuid4",
        },
      },
      {
        name: "page",
        in: "query",
        required: false,
        schema: {
          type: "integer",
          minimum: 1,
          default: 1,
        },
      },
      {
        name: "size",
        in: "query",
        required: false,
        schema: {
          type: "integer",
          minimum: 1,
          maximum: 100,
          default: 50,
        },
      },
    ],
    responses: {
      "200": TicketReplyPage,
      "400": HTTPError,
      "401": HTTPError,
      "403": HTTPError,
      "404": HTTPError,
      "422": HTTPValidationError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
  createTicketReply: {
    parameters: [
      {
        name: "ticket_id",
        in: "path",
        required: true,
        schema: {
          type: "string",
          format: "uuid4",
        },
      },
    ],
    requestBody: {
      required: true,
      contentType: "application/json",
      schema: TicketReplyCreate,
    },
    responses: {
      "201": TicketReply,
      "400": HTTPError,
      "401": HTTPError,
      "403": HTTPError,
      "404": HTTPError,
      "422": HTTPValidationError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
  listTeamTickets: {
    parameters: [
      {
        name: "team_id",
        in: "path",
        required: true,
        schema: {
          type: "string",
          format: "uuid4",
        },
      },
      {
        name: "page",
        in: "query",
        required: false,
        schema: {
          type: "integer",
          minimum: 1,
          default: 1,
        },
      },
      {
        name: "size",
        in: "query",
        required: false,
        schema: {
          type: "integer",
          minimum: 1,
          maximum: 100,
          default: 50,
        },
      },
    ],
    responses: {
      "200": TicketPage,
      "400": HTTPError,
      "401": HTTPError,
      "403": HTTPError,
      "404": HTTPError,
      "422": HTTPValidationError,
      "429": HTTPError,
      "5XX": HTTPError,
    },
  },
};
