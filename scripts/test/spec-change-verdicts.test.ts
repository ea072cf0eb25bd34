import { describe, expect, test } from "vitest";
import { specChanges } from "../src/diff/spec-changes.ts";
import { type Mutable, type Mutation, mutated } from "./support/mutable-spec.ts";

const LIST = "/support/ticket";
const ONE = "/support/ticket/{ticket_id}";
const REPLIES = "/support/ticket/{ticket_id}/reply";

const fields = (schema: string) => (spec: Mutable) => spec.components.schemas[schema].properties;
const answered = fields("Ticket");
const sent = fields("TicketCreate");

function require(schema: string, field: string): Mutation {
  return (spec) => spec.components.schemas[schema].required.push(field);
}

function unrequire(schema: string, field: string): Mutation {
  return (spec) => {
    const { required } = spec.components.schemas[schema];
    required.splice(required.indexOf(field), 1);
  };
}

/** Sets rules of a field; undefined removes one. */
function rules(schema: string, field: string, changes: Record<string, unknown>): Mutation {
  return (spec) => assign(fields(schema)(spec)[field], changes);
}

function parameterRules(name: string, changes: Record<string, unknown>): Mutation {
  return (spec) => assign(spec.components.parameters[name].schema, changes);
}

function assign(target: Mutable, changes: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) delete target[key];
    else target[key] = value;
  }
}

function renameKey(holder: Mutable, from: string, to: string): void {
  const { [from]: value, ...others } = holder;
  for (const key of Object.keys(holder)) delete holder[key];
  Object.assign(holder, others, { [to]: value });
}

/** Lets all references to a schema lead to another name. */
function renameSchema(from: string, to: string): Mutation {
  const follow = (value: Mutable): void => {
    if (typeof value !== "object" || value === null) return;
    if (value.$ref === `#/components/schemas/${from}`) value.$ref = `#/components/schemas/${to}`;
    for (const inner of Object.values(value)) follow(inner);
  };
  return (spec) => {
    renameKey(spec.components.schemas, from, to);
    follow(spec);
  };
}

const TICKETS = "response of listTickets, createTicket, getTicket, updateTicket";
const WITH_REPLIES = `${TICKETS}, listTicketReplies, createTicketReply`;
const SECURED =
  "request of listTickets, createTicket, deleteTicket, getTicket, updateTicket, listTicketReplies, createTicketReply";
const BY_ID = "request of deleteTicket, getTicket, updateTicket, listTicketReplies, createTicketReply";
const BOTH = "oauth2-password or apiKey-cookie-msb";

/** Each row: what is done to the spec (where two steps are given, the first makes the base), and all that is said of it. */
type Row = readonly [name: string, change: Mutation | readonly [Mutation, Mutation], ...said: string[]];

async function expectSaid([, change, ...said]: Row): Promise<void> {
  const [prepare, mutate] = typeof change === "function" ? [() => undefined, change] : change;
  const changes = await specChanges(mutated("base", prepare), mutated("head", prepare, mutate));
  expect(
    changes.map(({ verdict, place, text, direction, operations }) =>
      `${verdict} ${place}: ${text} · ${direction} of ${operations.join(", ")}`.replace(/ · \w+ of $/, ""),
    ),
  ).toEqual(said);
}

const limited = rules("Ticket", "category", { enum: ["billing", "speed", null] });
const limitedRequest = rules("TicketCreate", "category", { enum: ["billing", "speed", null] });

describe.concurrent("a field of a response", () => {
  test.each<Row>([
    ["is removed", (spec) => delete answered(spec).category, `breaking Ticket.category: removed · ${TICKETS}`],
    [
      "that was required is removed",
      (spec) => {
        delete answered(spec).subject;
        unrequire("Ticket", "subject")(spec);
      },
      `breaking Ticket.subject: removed · ${TICKETS}`,
    ],
    [
      "deep inside is removed",
      (spec) => delete fields("UserLimited")(spec).is_active,
      `breaking UserLimited.is_active: removed · ${WITH_REPLIES}`,
    ],
    [
      "is renamed",
      (spec) => renameKey(answered(spec), "category", "topic"),
      `breaking Ticket.category: removed · ${TICKETS}`,
      `compatible Ticket.topic: added · ${TICKETS}`,
    ],
    [
      "is added",
      (spec) => {
        answered(spec).urgency = { type: "integer" };
      },
      `compatible Ticket.urgency: added · ${TICKETS}`,
    ],
    [
      "is added, always there",
      (spec) => {
        answered(spec).urgency = { type: "integer" };
        require("Ticket", "urgency")(spec);
      },
      `compatible Ticket.urgency: added, now required · ${TICKETS}`,
    ],
    [
      "becomes nullable",
      rules("Ticket", "subject", { type: ["string", "null"] }),
      `breaking Ticket.subject: type string → string or null · ${TICKETS}`,
    ],
    [
      "is no longer nullable",
      rules("Ticket", "category", { type: "string" }),
      `compatible Ticket.category: type string or null → string · ${TICKETS}`,
    ],
    ["may be left out", unrequire("Ticket", "subject"), `breaking Ticket.subject: no longer required · ${TICKETS}`],
    ["is always there", require("Ticket", "category"), `compatible Ticket.category: now required · ${TICKETS}`],
    [
      "deep inside may be left out",
      unrequire("UserLimited", "email"),
      `breaking UserLimited.email: no longer required · ${WITH_REPLIES}`,
    ],
    [
      "gets another type",
      rules("Ticket", "messages_remaining", { type: "string" }),
      `breaking Ticket.messages_remaining: type integer → string · ${TICKETS}`,
    ],
    [
      "gets a wider type",
      rules("Ticket", "messages_remaining", { type: "number" }),
      `breaking Ticket.messages_remaining: type integer → number · ${TICKETS}`,
    ],
    [
      "gets a narrower type",
      [
        rules("Ticket", "messages_remaining", { type: "number" }),
        rules("Ticket", "messages_remaining", { type: "integer" }),
      ],
      `compatible Ticket.messages_remaining: type number → integer · ${TICKETS}`,
    ],
    [
      "may hold another kind of value too",
      rules("Ticket", "category", {
        type: undefined,
        anyOf: [{ type: "string" }, { type: "object" }, { type: "null" }],
      }),
      `breaking Ticket.category: type string or null → object or string or null · ${TICKETS}`,
    ],
    [
      "holds one kind of value less",
      [
        rules("Ticket", "category", {
          type: undefined,
          anyOf: [{ type: "string" }, { type: "object", properties: {} }],
        }),
        rules("Ticket", "category", { type: "string", anyOf: undefined }),
      ],
      `compatible Ticket.category: type string or object → string · ${TICKETS}`,
    ],
    [
      "loses all rules",
      rules("Ticket", "subject", { type: undefined }),
      `breaking Ticket.subject: type string → anything · ${TICKETS}`,
    ],
    [
      "gets one more value in its enum",
      [limited, rules("Ticket", "category", { enum: ["billing", "speed", "other", null] })],
      `breaking Ticket.category: also other · ${TICKETS}`,
    ],
    [
      "gets one value less in its enum",
      [limited, rules("Ticket", "category", { enum: ["billing", null] })],
      `compatible Ticket.category: no longer speed · ${TICKETS}`,
    ],
    ["is limited to an enum", limited, `compatible Ticket.category: limited to billing, speed, null · ${TICKETS}`],
    [
      "is no longer limited to an enum",
      [limited, rules("Ticket", "category", { enum: undefined })],
      `breaking Ticket.category: no longer limited to a list of values · ${TICKETS}`,
    ],
    [
      "gets a format",
      rules("Ticket", "subject", { format: "email" }),
      `compatible Ticket.subject: format email added · ${TICKETS}`,
    ],
    [
      "loses its format",
      rules("Ticket", "created_at", { format: undefined }),
      `breaking Ticket.created_at: format date-time removed · ${TICKETS}`,
    ],
    [
      "gets another format",
      rules("Ticket", "id", { format: "uuid" }),
      `breaking Ticket.id: format uuid4 → uuid · ${TICKETS}`,
    ],
    [
      "gets a bound",
      rules("Ticket", "subject", { maxLength: 200 }),
      `compatible Ticket.subject: maxLength 200 added · ${TICKETS}`,
    ],
    [
      "loses a bound",
      rules("TicketReplyPage", "limit", { minimum: undefined }),
      "breaking TicketReplyPage.limit: minimum 1 removed · response of listTicketReplies",
    ],
    [
      "gets a wider bound",
      rules("TicketReplyPage", "limit", { minimum: 0 }),
      "breaking TicketReplyPage.limit: minimum 1 → 0 · response of listTicketReplies",
    ],
    [
      "gets another default",
      rules("UserLimited", "is_active", { default: false }),
      `risk UserLimited.is_active: default true → false · ${WITH_REPLIES}`,
    ],
    [
      "is deprecated",
      rules("Ticket", "category", { deprecated: true }),
      `risk Ticket.category: deprecated · ${TICKETS}`,
    ],
    [
      "of a list has items of another type",
      (spec) => {
        answered(spec).ticket_replies.items = { type: "string" };
      },
      `breaking Ticket.ticket_replies[]: type object → string · ${TICKETS}`,
    ],
  ])("%s", (...row) => expectSaid(row));
});

describe.concurrent("a field of a request", () => {
  const create = "request of createTicket";
  test.each<Row>([
    ["is removed", (spec) => delete sent(spec).category, `risk TicketCreate.category: removed · ${create}`],
    [
      "is added",
      (spec) => {
        sent(spec).urgency = { type: "integer" };
      },
      `compatible TicketCreate.urgency: added · ${create}`,
    ],
    [
      "is added and must be sent",
      (spec) => {
        sent(spec).urgency = { type: "integer" };
        require("TicketCreate", "urgency")(spec);
      },
      `breaking TicketCreate.urgency: added, now required · ${create}`,
    ],
    ["must be sent", require("TicketCreate", "category"), `breaking TicketCreate.category: now required · ${create}`],
    [
      "may be left out",
      unrequire("TicketCreate", "subject"),
      `compatible TicketCreate.subject: no longer required · ${create}`,
    ],
    [
      "may be null",
      rules("TicketCreate", "subject", { type: ["string", "null"] }),
      `compatible TicketCreate.subject: type string → string or null · ${create}`,
    ],
    [
      "may no longer be null",
      rules("TicketCreate", "category", { type: "string" }),
      `breaking TicketCreate.category: type string or null → string · ${create}`,
    ],
    [
      "gets another type",
      rules("TicketCreate", "subject", { type: "integer" }),
      `breaking TicketCreate.subject: type string → integer · ${create}`,
    ],
    [
      "takes another kind of value too",
      rules("TicketCreate", "category", {
        type: undefined,
        anyOf: [{ type: "string" }, { type: "object" }, { type: "null" }],
      }),
      `compatible TicketCreate.category: type string or null → object or string or null · ${create}`,
    ],
    [
      "takes one kind of value less",
      [
        rules("TicketCreate", "category", {
          type: undefined,
          anyOf: [{ type: "string" }, { type: "object", properties: {} }],
        }),
        rules("TicketCreate", "category", { type: "string", anyOf: undefined }),
      ],
      `breaking TicketCreate.category: type string or object → string · ${create}`,
    ],
    [
      "takes one more value of an enum",
      [limitedRequest, rules("TicketCreate", "category", { enum: ["billing", "speed", "other", null] })],
      `compatible TicketCreate.category: also other · ${create}`,
    ],
    [
      "takes one value of an enum less",
      [limitedRequest, rules("TicketCreate", "category", { enum: ["billing", null] })],
      `breaking TicketCreate.category: no longer speed · ${create}`,
    ],
    [
      "is limited to an enum",
      limitedRequest,
      `breaking TicketCreate.category: limited to billing, speed, null · ${create}`,
    ],
    [
      "gets a format",
      rules("TicketCreate", "subject", { format: "email" }),
      `breaking TicketCreate.subject: format email added · ${create}`,
    ],
    [
      "loses its format",
      rules("TicketCreate", "team_id", { format: undefined }),
      `compatible TicketCreate.team_id: format uuid4 removed · ${create}`,
    ],
    [
      "gets a bound",
      rules("TicketCreate", "subject", { maxLength: 200 }),
      `breaking TicketCreate.subject: maxLength 200 added · ${create}`,
    ],
    [
      "gets a pattern",
      rules("TicketCreate", "subject", { pattern: "^A" }),
      `breaking TicketCreate.subject: pattern ^A added · ${create}`,
    ],
    [
      "gets another default",
      rules("TicketCreate", "resolved", { default: true }),
      `risk TicketCreate.resolved: default false → true · ${create}`,
    ],
    [
      "gets a default",
      rules("TicketCreate", "category", { default: "billing" }),
      `risk TicketCreate.category: default billing added · ${create}`,
    ],
    [
      "can only be read",
      rules("TicketCreate", "resolved", { readOnly: true }),
      `risk TicketCreate.resolved: readOnly true added · ${create}`,
    ],
    [
      "that is not known is refused",
      (spec) => {
        spec.components.schemas.TicketCreate.additionalProperties = false;
      },
      `breaking TicketCreate: additionalProperties false added · ${create}`,
    ],
  ])("%s", (...row) => expectSaid(row));
});

describe.concurrent("a parameter", () => {
  const query =
    (name: string, required: boolean): Mutation =>
    (spec) => {
      spec.paths[LIST].get.parameters = [{ name, in: "query", required, schema: { type: "string" } }];
    };
  const replies = "request of listTicketReplies";
  test.each<Row>([
    ["is added", query("q", false), "compatible query parameter q: added · request of listTickets"],
    [
      "is added and must be sent",
      query("q", true),
      "breaking query parameter q: added, required · request of listTickets",
    ],
    [
      "is removed",
      (spec) => spec.paths[REPLIES].get.parameters.pop(),
      `breaking query parameter size: removed · ${replies}`,
    ],
    [
      "must be sent",
      (spec) => {
        spec.components.parameters.Size.required = true;
      },
      `breaking query parameter size: now required · ${replies}`,
    ],
    [
      "goes by another name",
      (spec) => {
        spec.components.parameters.Size.name = "limit";
      },
      `breaking query parameter limit: renamed from size to limit · ${replies}`,
    ],
    [
      "gets another type",
      parameterRules("Size", { type: "string" }),
      `breaking query parameter size: type integer → string · ${replies}`,
    ],
    [
      "gets a wider type",
      parameterRules("Page", { type: "number" }),
      `compatible query parameter page: type integer → number · ${replies}`,
    ],
    [
      "gets a narrower bound",
      parameterRules("Size", { maximum: 50 }),
      `breaking query parameter size: maximum 100 → 50 · ${replies}`,
    ],
    [
      "gets a wider bound",
      parameterRules("Size", { maximum: 200 }),
      `compatible query parameter size: maximum 100 → 200 · ${replies}`,
    ],
    [
      "gets another default",
      parameterRules("Size", { default: 20 }),
      `risk query parameter size: default 50 → 20 · ${replies}`,
    ],
    [
      "loses its default",
      parameterRules("Size", { default: undefined }),
      `risk query parameter size: default 50 removed · ${replies}`,
    ],
    [
      "in the path gets another type",
      parameterRules("TicketId", { type: "integer", format: undefined }),
      `breaking path parameter ticket_id: type string → integer · ${BY_ID}`,
    ],
    [
      "in the path may be any text",
      parameterRules("TicketId", { format: undefined }),
      `compatible path parameter ticket_id: format uuid4 removed · ${BY_ID}`,
    ],
    [
      "in the path goes by another name",
      (spec) => {
        spec.components.parameters.TicketId.name = "id";
        for (const path of [ONE, REPLIES]) renameKey(spec.paths, path, path.replace("ticket_id", "id"));
      },
      "silent /support/ticket/{id}: was /support/ticket/{ticket_id} · request of getTicket, updateTicket, deleteTicket",
      "silent /support/ticket/{id}/reply: was /support/ticket/{ticket_id}/reply · request of listTicketReplies, createTicketReply",
    ],
  ])("%s", (...row) => expectSaid(row));
});

describe.concurrent("a message", () => {
  const responses = (path: string, method: string) => (spec: Mutable) => spec.paths[path][method].responses;
  const json = (spec: Mutable) => responses(LIST, "get")(spec)["200"].content;
  test.each<Row>([
    [
      "of an error is no longer declared",
      (spec) => delete responses(ONE, "get")(spec)["404"],
      "breaking GET /support/ticket/{ticket_id} answer 404: removed · response of getTicket",
    ],
    [
      "of an error is declared",
      (spec) => {
        responses(LIST, "post")(spec)["409"] = { $ref: "#/components/responses/BadRequest" };
      },
      "compatible POST /support/ticket answer 409: added · response of createTicket",
    ],
    [
      "of success comes with another status",
      (spec) => renameKey(responses(LIST, "post")(spec), "201", "200"),
      "breaking POST /support/ticket answers: 201 became 200 · response of createTicket",
    ],
    [
      "of another success is possible",
      (spec) => {
        responses(LIST, "post")(spec)["202"] = responses(LIST, "post")(spec)["201"];
      },
      "risk POST /support/ticket answer 202: added · response of createTicket",
    ],
    [
      "that is answered has another media type",
      (spec) => renameKey(json(spec), "application/json", "application/xml"),
      "breaking GET /support/ticket answer 200: application/json became application/xml · response of listTickets",
    ],
    [
      "that is answered may have another media type",
      (spec) => {
        json(spec)["text/csv"] = { schema: { type: "string" } };
      },
      "compatible GET /support/ticket answer 200 text/csv: added · response of listTickets",
    ],
    [
      "that is sent must have another media type",
      (spec) => renameKey(spec.paths[LIST].post.requestBody.content, "application/json", "application/xml"),
      "breaking POST /support/ticket request body: application/json became application/xml · request of createTicket",
    ],
    [
      "that is sent may have another media type",
      (spec) => {
        spec.paths[LIST].post.requestBody.content["text/csv"] = { schema: { type: "string" } };
      },
      "compatible POST /support/ticket request body text/csv: added · request of createTicket",
    ],
    [
      "need no longer be sent",
      (spec) => {
        spec.paths[LIST].post.requestBody.required = false;
      },
      "compatible POST /support/ticket request body: no longer required · request of createTicket",
    ],
    [
      "must be sent where none was",
      (spec) => {
        spec.paths[LIST].get.requestBody = {
          required: true,
          content: { "application/json": { schema: { type: "object" } } },
        };
      },
      "breaking GET /support/ticket request body: added, required · request of listTickets",
    ],
    [
      "may be sent where none was",
      (spec) => {
        spec.paths[LIST].get.requestBody = { content: { "application/json": { schema: { type: "object" } } } };
      },
      "compatible GET /support/ticket request body: added · request of listTickets",
    ],
    [
      "is no longer taken",
      (spec) => delete spec.paths[ONE].patch.requestBody,
      "breaking PATCH /support/ticket/{ticket_id} request body: removed · request of updateTicket",
    ],
    [
      "that was a list is a page",
      (spec) => {
        json(spec)["application/json"].schema = { $ref: "#/components/schemas/TicketReplyPage" };
      },
      "breaking GET /support/ticket answer 200: type array → object · response of listTickets",
    ],
    [
      "that was an object may be anything",
      (spec) => {
        responses(ONE, "get")(spec)["200"].content["application/json"].schema = {};
      },
      "breaking GET /support/ticket/{ticket_id} answer 200: type object → anything · response of getTicket",
    ],
    [
      "that could be anything is an object",
      (spec) => {
        responses(ONE, "delete")(spec)["200"].content["application/json"].schema.type = "object";
      },
      "compatible DELETE /support/ticket/{ticket_id} answer 200: type anything → object · response of deleteTicket",
    ],
    [
      "loses a header",
      (spec) => delete spec.components.responses.Unauthorized.headers,
      "breaking answer Unauthorized headers: removed · response of listTickets, createTicket, deleteTicket, getTicket, updateTicket, listTicketReplies, createTicketReply",
    ],
    [
      "gets a header",
      (spec) => {
        responses(LIST, "get")(spec)["200"].headers = { "X-Total": { schema: { type: "integer" } } };
      },
      "compatible GET /support/ticket answer 200 headers: added · response of listTickets",
    ],
  ])("%s", (...row) => expectSaid(row));
});

describe.concurrent("credentials", () => {
  test.each<Row>([
    [
      "of one kind are no longer taken",
      (spec) => spec.security.pop(),
      `breaking credentials: ${BOTH} → oauth2-password · ${SECURED}`,
    ],
    [
      "of another kind are taken too",
      (spec) => {
        spec.components.securitySchemes.Key = { type: "apiKey", in: "header", name: "x-key" };
        spec.security.push({ Key: [] });
      },
      `compatible credentials: ${BOTH} → ${BOTH} or apiKey-header-x-key · ${SECURED}`,
    ],
    [
      "of two kinds are needed at once, where either was enough",
      (spec) => {
        spec.security = [{ OAuth2PasswordBearer: [], APIKeyCookie: [] }];
      },
      `breaking credentials: ${BOTH} → apiKey-cookie-msb with oauth2-password · ${SECURED}`,
    ],
    [
      "of two kinds at once are taken too",
      (spec) => spec.security.push({ OAuth2PasswordBearer: [], APIKeyCookie: [] }),
      `compatible credentials: ${BOTH} → ${BOTH} or apiKey-cookie-msb with oauth2-password · ${SECURED}`,
    ],
    [
      "of either kind are enough, where both were needed",
      [
        (spec) => {
          spec.security = [{ OAuth2PasswordBearer: [], APIKeyCookie: [] }];
        },
        (spec) => {
          spec.security = [{ OAuth2PasswordBearer: [] }, { APIKeyCookie: [] }];
        },
      ],
      `compatible credentials: apiKey-cookie-msb with oauth2-password → ${BOTH} · ${SECURED}`,
    ],
    [
      "need not be sent",
      (spec) => spec.security.push({}),
      `compatible credentials: ${BOTH} → ${BOTH} or none · ${SECURED}`,
    ],
    [
      "are no longer asked for by one operation",
      (spec) => {
        spec.paths[LIST].get.security = [];
      },
      `compatible GET /support/ticket credentials: ${BOTH} → none · request of listTickets`,
    ],
    [
      "are asked for where none were",
      (spec) => delete spec.paths["/auth/jwt/login"].post.security,
      `breaking POST /auth/jwt/login credentials: none → ${BOTH} · request of login`,
    ],
    [
      "travel in another cookie",
      (spec) => {
        spec.components.securitySchemes.APIKeyCookie.name = "sid";
      },
      `breaking credentials: ${BOTH} → oauth2-password or apiKey-cookie-sid · ${SECURED}`,
    ],
    [
      "need a scope",
      (spec) => {
        spec.components.securitySchemes.OAuth2PasswordBearer.flows.password.scopes = { write: "To write." };
        spec.security[0].OAuth2PasswordBearer = ["write"];
      },
      `breaking credentials: ${BOTH} → oauth2-password (write) or apiKey-cookie-msb · ${SECURED}`,
    ],
    [
      "are obtained elsewhere",
      (spec) => {
        spec.components.securitySchemes.OAuth2PasswordBearer.flows.password.tokenUrl = "auth/login";
      },
      "breaking credential OAuth2PasswordBearer: tokenUrl auth/jwt/login → auth/login",
    ],
    [
      "go by another name in the document",
      (spec) => {
        renameKey(spec.components.securitySchemes, "APIKeyCookie", "SessionCookie");
        spec.security[1] = { SessionCookie: [] };
      },
    ],
    ["come in another order", (spec) => spec.security.reverse()],
  ])("%s", (...row) => expectSaid(row));
});

describe.concurrent("an operation", () => {
  test.each<Row>([
    [
      "is removed",
      (spec) => delete spec.paths[ONE].delete,
      "breaking DELETE /support/ticket/{ticket_id}: removed · request of deleteTicket",
    ],
    [
      "is added",
      (spec) => {
        spec.paths[ONE].put = { ...spec.paths[ONE].patch, operationId: "replaceTicket" };
      },
      "compatible PUT /support/ticket/{ticket_id}: added · request of replaceTicket",
    ],
    [
      "moves to another method",
      (spec) => renameKey(spec.paths[ONE], "patch", "put"),
      "breaking PATCH /support/ticket/{ticket_id}: removed · request of updateTicket",
      "compatible PUT /support/ticket/{ticket_id}: added · request of updateTicket",
    ],
    [
      "moves to another path",
      (spec) => renameKey(spec.paths, LIST, "/help/ticket"),
      "breaking paths: /support/ticket became /help/ticket · request of listTickets, createTicket",
    ],
    [
      "goes with its path",
      (spec) => delete spec.paths[REPLIES],
      "breaking /support/ticket/{ticket_id}/reply: removed · request of listTicketReplies, createTicketReply",
    ],
    [
      "comes with a new path",
      (spec) => {
        spec.paths["/support/category"] = { get: { ...spec.paths[LIST].get, operationId: "listCategories" } };
      },
      "compatible /support/category: added · request of listCategories",
    ],
    [
      "goes by another id",
      (spec) => {
        spec.paths[LIST].get.operationId = "allTickets";
      },
      "silent GET /support/ticket: operationId listTickets → allTickets · request of allTickets",
    ],
    [
      "is deprecated",
      (spec) => {
        spec.paths[LIST].get.deprecated = true;
      },
      "risk GET /support/ticket: deprecated · request of listTickets",
    ],
    [
      "may be repeated in other cases",
      (spec) => {
        spec.paths[LIST].get["x-retry"] = "rejected-only";
      },
      "silent GET /support/ticket: x-retry safe → rejected-only · request of listTickets",
    ],
    [
      "is found at another server",
      (spec) => {
        spec.servers[0].url = "https://my.sitebay.org/f/api/v2";
      },
      `breaking server: url https://my.sitebay.org/f/api/v1 → https://my.sitebay.org/f/api/v2 · request of login, ${SECURED.replace("request of ", "")}`,
    ],
  ])("%s", (...row) => expectSaid(row));
});

describe.concurrent("nothing on the wire changes when", () => {
  test.each<Row>([
    ["a schema goes by another name", renameSchema("TicketReply", "Message"), "silent schema Message: was TicketReply"],
    [
      "a shared schema is written where it is used",
      (spec) => {
        fields("TicketReply")(spec).user = spec.components.schemas.UserLimited;
      },
    ],
    [
      "a schema that nothing uses is added",
      (spec) => {
        spec.components.schemas.Attachment = { type: "object" };
      },
      "silent schema Attachment: new",
    ],
    [
      "everything comes in another order",
      (spec) => {
        const reverse = (holder: Mutable) => {
          const entries = Object.entries(holder).reverse();
          for (const key of Object.keys(holder)) delete holder[key];
          Object.assign(holder, Object.fromEntries(entries));
        };
        spec.components.schemas.Ticket.required.reverse();
        for (const holder of [answered(spec), spec.paths, spec.components.schemas, spec.paths[ONE]]) reverse(holder);
        spec.paths[REPLIES].get.parameters.reverse();
      },
    ],
    [
      "nullability is written otherwise",
      rules("Ticket", "category", { type: undefined, anyOf: [{ type: "string" }, { type: "null" }] }),
    ],
    [
      "a lone reference is wrapped",
      (spec) => {
        fields("TicketReply")(spec).user = { allOf: [{ $ref: "#/components/schemas/UserLimited" }] };
      },
    ],
    [
      "words are chosen anew",
      (spec) => {
        spec.info.description = "Tickets.";
        spec.paths[LIST].get.summary = "Tickets";
        spec.components.schemas.Ticket.description = "A ticket.";
      },
      "silent the document: description reworded",
      "silent GET /support/ticket: summary reworded · request of listTickets",
      `silent Ticket: description reworded · ${TICKETS}`,
    ],
    [
      "examples change",
      (spec) => {
        answered(spec).subject.examples = ["Another"];
      },
      `silent Ticket.subject: examples changed · ${TICKETS}`,
    ],
    [
      "operations are grouped otherwise",
      (spec) => {
        spec.paths[LIST].get.tags = ["replies"];
      },
      'silent GET /support/ticket: tags ["tickets"] → ["replies"] · request of listTickets',
    ],
    [
      "evidence changes",
      (spec) => {
        spec.paths[LIST].get["x-evidence"] = ["page"];
      },
    ],
    [
      "the document gets another version",
      (spec) => {
        spec.info.version = "1.1.0";
      },
      "silent the document: version 1.0.0 → 1.1.0",
    ],
  ])("%s", (...row) => expectSaid(row));
});
