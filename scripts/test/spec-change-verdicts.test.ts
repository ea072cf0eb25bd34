import { beforeAll, describe, expect, test } from "vitest";
import type { SpecChange } from "../src/diff/spec-change.ts";
import { specChanges } from "../src/diff/spec-changes.ts";
import { type Mutable, type Mutation, mutated } from "./support/mutable-spec.ts";
import { sideBySide, variantIn, withoutVariant } from "./support/side-by-side.ts";

const LIST = "/support/ticket";
const ONE = "/support/ticket/{ticket_id}";
const REPLIES = "/support/ticket/{ticket_id}/reply";

const fields = (schema: string) => (spec: Mutable) => spec.components.schemas[schema].properties;
const answered = fields("Ticket");

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

const SEVERAL = "several operations";
const BOTH = "oauth2-password or apiKey-cookie-msb";

/** By name where they are few: an operation that joins the spec changes nothing here. */
function named(operations: readonly string[]): string {
  return operations.length > 1 ? SEVERAL : operations.join(", ");
}

/** Each row: what is done to the spec (where two steps are given, the first makes the base), and all that is said of it. */
type Row = [name: string, change: Mutation | readonly [Mutation, Mutation], ...said: string[]];

function stepsOf([, change]: Row): readonly [Mutation, Mutation] {
  return typeof change === "function" ? [() => undefined, change] : change;
}

function sentence({ verdict, place, text, direction, operations }: SpecChange): string {
  return `${verdict} ${place}: ${text} · ${direction} of ${named(operations)}`.replace(/ · \w+ of $/, "");
}

/** For what a document has only once. */
async function expectSaid(row: Row): Promise<void> {
  const [prepare, mutate] = stepsOf(row);
  const changes = await specChanges(mutated("base", prepare), mutated("head", prepare, mutate));
  const [, , ...said] = row;
  expect(changes.map(sentence)).toEqual(said);
}

const together: Row[] = [];
let judged: Promise<Map<number, string[]>> | undefined;

/** A test for each row. All such rows stand side by side in one comparison. */
function judgedTogether(rows: readonly Row[]): void {
  const first = together.length;
  together.push(...rows);
  for (const [i, [name, , ...said]] of rows.entries()) {
    test(name, async () => {
      judged ??= judgeTogether();
      expect((await judged).get(first + i) ?? []).toEqual(said);
    });
  }
}

async function judgeTogether(): Promise<Map<number, string[]>> {
  const steps = together.map(stepsOf);
  const changes = await specChanges(
    sideBySide(
      "base",
      steps.map(([prepare]) => [prepare]),
    ),
    sideBySide("head", steps),
  );
  const said = new Map<number, string[]>();
  for (const change of changes) {
    const variant = variantIn(`${change.place} ${change.operations.join(" ")}`);
    said.set(variant, [...(said.get(variant) ?? []), withoutVariant(sentence(change))]);
  }
  return said;
}

/** A field before and after; undefined where there is none. */
type FieldRow = readonly [
  name: string,
  before: object | undefined,
  after: object | undefined,
  saidOfResponse: string,
  saidOfRequest: string,
];

/** In a field's rules: it must be there. The list of required fields stands in the schema that has the field. */
const ALWAYS = "x-always";

const text = { type: "string" };
const nullableText = { type: ["string", "null"] };
const integer = { type: "integer" };
const number = { type: "number" };
const oneOfTwo = { type: "string", enum: ["a", "b"] };
const oneOfThree = { type: "string", enum: ["a", "b", "c"] };
const textOrObject = { anyOf: [text, { type: "object", properties: { a: text } }] };
const list = (items: object) => ({ type: "array", items });
const object = (properties: object, required: readonly string[] = []) => ({ type: "object", properties, required });

const FIELDS: readonly FieldRow[] = [
  ["is removed", text, undefined, "breaking removed", "risk removed"],
  ["that must be there is removed", { ...text, [ALWAYS]: true }, undefined, "breaking removed", "risk removed"],
  ["is added", undefined, text, "compatible added", "compatible added"],
  [
    "that must be there is added",
    undefined,
    { ...text, [ALWAYS]: true },
    "compatible added, now required",
    "breaking added, now required",
  ],
  [
    "that must be there and has a default is added",
    undefined,
    { ...text, default: "a", [ALWAYS]: true },
    "compatible added, now required",
    "breaking added, now required",
  ],
  ["must be there", text, { ...text, [ALWAYS]: true }, "compatible now required", "breaking now required"],
  [
    "may be left out",
    { ...text, [ALWAYS]: true },
    text,
    "breaking no longer required",
    "compatible no longer required",
  ],
  [
    "may be null",
    text,
    nullableText,
    "breaking type string → string or null",
    "compatible type string → string or null",
  ],
  [
    "may no longer be null",
    nullableText,
    text,
    "compatible type string or null → string",
    "breaking type string or null → string",
  ],
  ["gets another type", integer, text, "breaking type integer → string", "breaking type integer → string"],
  ["gets a wider type", integer, number, "breaking type integer → number", "compatible type integer → number"],
  ["gets a narrower type", number, integer, "compatible type number → integer", "breaking type number → integer"],
  ["may be anything", text, {}, "breaking type string → anything", "compatible type string → anything"],
  ["could be anything", {}, text, "compatible type anything → string", "breaking type anything → string"],
  [
    "may be of another kind too",
    text,
    textOrObject,
    "breaking type string → string or object",
    "compatible type string → string or object",
  ],
  [
    "may be of one kind less",
    textOrObject,
    text,
    "compatible type string or object → string",
    "breaking type string or object → string",
  ],
  ["has one more value", oneOfTwo, oneOfThree, "breaking also c", "compatible also c"],
  ["has one value less", oneOfThree, oneOfTwo, "compatible no longer c", "breaking no longer c"],
  ["is limited to some values", text, oneOfTwo, "compatible limited to a, b", "breaking limited to a, b"],
  [
    "is no longer limited to some values",
    oneOfTwo,
    text,
    "breaking no longer limited to a list of values",
    "compatible no longer limited to a list of values",
  ],
  ["gets a format", text, { ...text, format: "email" }, "compatible format email added", "breaking format email added"],
  [
    "loses its format",
    { ...text, format: "date-time" },
    text,
    "breaking format date-time removed",
    "compatible format date-time removed",
  ],
  [
    "gets another format",
    { ...text, format: "uuid4" },
    { ...text, format: "uuid" },
    "breaking format uuid4 → uuid",
    "breaking format uuid4 → uuid",
  ],
  ["gets a bound", integer, { ...integer, minimum: 1 }, "compatible minimum 1 added", "breaking minimum 1 added"],
  ["loses a bound", { ...integer, minimum: 1 }, integer, "breaking minimum 1 removed", "compatible minimum 1 removed"],
  [
    "gets a wider bound",
    { ...integer, maximum: 5 },
    { ...integer, maximum: 9 },
    "breaking maximum 5 → 9",
    "compatible maximum 5 → 9",
  ],
  [
    "gets a narrower bound",
    { ...text, maxLength: 9 },
    { ...text, maxLength: 5 },
    "compatible maxLength 9 → 5",
    "breaking maxLength 9 → 5",
  ],
  ["gets a pattern", text, { ...text, pattern: "^A" }, "compatible pattern ^A added", "breaking pattern ^A added"],
  [
    "gets another default",
    { ...text, default: "a" },
    { ...text, default: "b" },
    "risk default a → b",
    "risk default a → b",
  ],
  ["gets a default", text, { ...text, default: "a" }, "risk default a added", "risk default a added"],
  ["loses its default", { ...text, default: "a" }, text, "risk default a removed", "risk default a removed"],
  ["is deprecated", text, { ...text, deprecated: true }, "risk deprecated", "risk deprecated"],
  ["can only be read", text, { ...text, readOnly: true }, "risk readOnly true added", "risk readOnly true added"],
  [
    "takes no field that it does not know",
    object({ a: text }),
    { ...object({ a: text }), additionalProperties: false },
    "compatible additionalProperties false added",
    "breaking additionalProperties false added",
  ],
  [
    "gets a longer list at least",
    list(text),
    { ...list(text), minItems: 1 },
    "compatible minItems 1 added",
    "breaking minItems 1 added",
  ],
  [
    "is described anew",
    text,
    { ...text, description: "d" },
    "silent description reworded",
    "silent description reworded",
  ],
  ["has other examples", text, { ...text, examples: ["a"] }, "silent examples changed", "silent examples changed"],
  ["is written with anyOf", nullableText, { anyOf: [text, { type: "null" }] }, "", ""],
  ["is written with a lone allOf", text, { allOf: [text] }, "", ""],
  ["is written as `const`", { ...text, enum: ["a"] }, { ...text, const: "a" }, "", ""],
  ["has a title", text, { ...text, title: "Field" }, "", ""],
];

/** Rows of fields that stand deeper: what is said is said of the inner place. */
const DEEP_FIELDS: readonly (readonly [...FieldRow, place: string])[] = [
  ["an object's", object({ a: text }), object({}), "breaking removed", "risk removed", ".a"],
  [
    "an object's, required",
    object({ a: text }),
    object({ a: text }, ["a"]),
    "compatible now required",
    "breaking now required",
    ".a",
  ],
  [
    "a list's items",
    list(integer),
    list(text),
    "breaking type integer → string",
    "breaking type integer → string",
    "[]",
  ],
  [
    "a list's items' own",
    list(object({ a: text })),
    list(object({ a: nullableText })),
    "breaking type string → string or null",
    "compatible type string → string or null",
    "[].a",
  ],
];

/**
 * Fields in which nothing else can change are judged in one comparison: each has a name of its own,
 * and stands in what is answered and in what is sent.
 */
describe("a field", () => {
  const rows = [...FIELDS.map((row) => [...row, ""] as const), ...DEEP_FIELDS];
  const said = new Map<string, string>();

  const withFields = (schemaOf: (row: (typeof rows)[number]) => object | undefined) =>
    mutated("spec", (spec) => {
      for (const name of ["Ticket", "TicketCreate"]) {
        const { properties, required } = spec.components.schemas[name];
        for (const [i, row] of rows.entries()) {
          const schema = schemaOf(row);
          if (schema === undefined) continue;
          const { [ALWAYS]: always, ...field } = schema as Record<string, unknown>;
          properties[`row_${i}`] = field;
          if (always) required.push(`row_${i}`);
        }
      }
    });

  beforeAll(async () => {
    const changes = await specChanges(
      withFields(([, before]) => before),
      withFields(([, , after]) => after),
    );
    for (const { verdict, place, text: how } of changes) said.set(place, `${verdict} ${how}`);
  });

  test.each(rows.map((row, i) => [...row, i] as const))(
    "%s",
    (_name, _before, _after, ofResponse, ofRequest, place, i) => {
      expect(said.get(`Ticket.row_${i}${place}`) ?? "", "in a response").toBe(ofResponse);
      expect(said.get(`TicketCreate.row_${i}${place}`) ?? "", "in a request").toBe(ofRequest);
    },
  );

  test("of all these nothing else is said", () => {
    const places = rows.flatMap(([, , , ofResponse, ofRequest, place], i) => [
      ...(ofResponse ? [`Ticket.row_${i}${place}`] : []),
      ...(ofRequest ? [`TicketCreate.row_${i}${place}`] : []),
    ]);
    expect([...said.keys()].sort()).toEqual(places.sort());
  });
});

describe("a field of a schema that is shared", () => {
  judgedTogether([
    [
      "is told once, with all operations that it reaches",
      (spec) => delete fields("UserLimited")(spec).is_active,
      `breaking UserLimited.is_active: removed · response of ${SEVERAL}`,
    ],
    [
      "is told at its new name",
      (spec) => renameKey(answered(spec), "category", "topic"),
      `breaking Ticket.category: removed · response of ${SEVERAL}`,
      `compatible Ticket.topic: added · response of ${SEVERAL}`,
    ],
    [
      "holds a list of something else",
      (spec) => {
        answered(spec).ticket_replies.items = { type: "string" };
      },
      `breaking Ticket.ticket_replies[]: type object → string · response of ${SEVERAL}`,
    ],
  ]);
});

describe("a parameter", () => {
  const query =
    (name: string, required: boolean): Mutation =>
    (spec) => {
      spec.paths[LIST].get.parameters = [{ name, in: "query", required, schema: { type: "string" } }];
    };
  const replies = `request of ${SEVERAL}`;
  judgedTogether([
    ["is added", query("q", false), "compatible query parameter q: added · request of listTickets"],
    [
      "is added and must be sent",
      query("q", true),
      "breaking query parameter q: added, required · request of listTickets",
    ],
    [
      "is removed",
      (spec) => spec.paths[REPLIES].get.parameters.pop(),
      "breaking query parameter size: removed · request of listTicketReplies",
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
      `breaking path parameter ticket_id: type string → integer · request of ${SEVERAL}`,
    ],
    [
      "in the path may be any text",
      parameterRules("TicketId", { format: undefined }),
      `compatible path parameter ticket_id: format uuid4 removed · request of ${SEVERAL}`,
    ],
    [
      "in the path goes by another name",
      (spec) => {
        spec.components.parameters.TicketId.name = "id";
        for (const path of [ONE, REPLIES]) renameKey(spec.paths, path, path.replace("ticket_id", "id"));
      },
      `silent /support/ticket/{id}: was /support/ticket/{ticket_id} · request of ${SEVERAL}`,
      `silent /support/ticket/{id}/reply: was /support/ticket/{ticket_id}/reply · request of ${SEVERAL}`,
    ],
  ]);
});

describe("a message", () => {
  const responses = (path: string, method: string) => (spec: Mutable) => spec.paths[path][method].responses;
  const json = (spec: Mutable) => responses(LIST, "get")(spec)["200"].content;
  judgedTogether([
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
      `breaking answer Unauthorized headers: removed · response of ${SEVERAL}`,
    ],
    [
      "gets a header",
      (spec) => {
        responses(LIST, "get")(spec)["200"].headers = { "X-Total": { schema: { type: "integer" } } };
      },
      "compatible GET /support/ticket answer 200 headers: added · response of listTickets",
    ],
  ]);
});

describe.concurrent("credentials", () => {
  test.each<Row>([
    [
      "of one kind are no longer taken",
      (spec) => spec.security.pop(),
      `breaking credentials: ${BOTH} → oauth2-password · request of ${SEVERAL}`,
    ],
    [
      "of another kind are taken too",
      (spec) => {
        spec.components.securitySchemes.Key = { type: "apiKey", in: "header", name: "x-key" };
        spec.security.push({ Key: [] });
      },
      `compatible credentials: ${BOTH} → ${BOTH} or apiKey-header-x-key · request of ${SEVERAL}`,
    ],
    [
      "of two kinds are needed at once, where either was enough",
      (spec) => {
        spec.security = [{ OAuth2PasswordBearer: [], APIKeyCookie: [] }];
      },
      `breaking credentials: ${BOTH} → apiKey-cookie-msb with oauth2-password · request of ${SEVERAL}`,
    ],
    [
      "of two kinds at once are taken too",
      (spec) => spec.security.push({ OAuth2PasswordBearer: [], APIKeyCookie: [] }),
      `compatible credentials: ${BOTH} → ${BOTH} or apiKey-cookie-msb with oauth2-password · request of ${SEVERAL}`,
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
      `compatible credentials: apiKey-cookie-msb with oauth2-password → ${BOTH} · request of ${SEVERAL}`,
    ],
    [
      "need not be sent",
      (spec) => spec.security.push({}),
      `compatible credentials: ${BOTH} → ${BOTH} or none · request of ${SEVERAL}`,
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
      `breaking credentials: ${BOTH} → oauth2-password or apiKey-cookie-sid · request of ${SEVERAL}`,
    ],
    [
      "need a scope",
      (spec) => {
        spec.components.securitySchemes.OAuth2PasswordBearer.flows.password.scopes = { write: "To write." };
        spec.security[0].OAuth2PasswordBearer = ["write"];
      },
      `breaking credentials: ${BOTH} → oauth2-password (write) or apiKey-cookie-msb · request of ${SEVERAL}`,
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

describe("an operation", () => {
  judgedTogether([
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
      `breaking paths: /support/ticket became /help/ticket · request of ${SEVERAL}`,
    ],
    [
      "goes with its path",
      (spec) => delete spec.paths[REPLIES],
      `breaking /support/ticket/{ticket_id}/reply: removed · request of ${SEVERAL}`,
    ],
    [
      "comes with a new path",
      (spec) => {
        spec.paths["/support/category"] = { get: { ...spec.paths[LIST].get, operationId: "listCategories" } };
      },
      "compatible /support/category: added · request of listCategories",
    ],
    [
      "goes with its path, while another path comes",
      (spec) => {
        spec.paths["/support/category"] = { get: { ...spec.paths[REPLIES].get, operationId: "listCategories" } };
        delete spec.paths[REPLIES];
      },
      `breaking /support/ticket/{ticket_id}/reply: removed · request of ${SEVERAL}`,
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
  ]);
});

describe("nothing on the wire changes when", () => {
  judgedTogether([
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
      "examples change",
      (spec) => {
        answered(spec).subject.examples = ["Another"];
      },
      `silent Ticket.subject: examples changed · response of ${SEVERAL}`,
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
  ]);
});

describe.concurrent("the document as a whole", () => {
  test.each<Row>([
    [
      "is found at another address",
      (spec) => {
        spec.servers[0].url = "https://my.sitebay.org/f/api/v2";
      },
      `breaking server: url https://my.sitebay.org/f/api/v1 → https://my.sitebay.org/f/api/v2 · request of ${SEVERAL}`,
    ],
    [
      "is described in other words",
      (spec) => {
        spec.info.description = "Tickets.";
        spec.paths[LIST].get.summary = "Tickets";
        spec.components.schemas.Ticket.description = "A ticket.";
      },
      "silent the document: description reworded",
      "silent GET /support/ticket: summary reworded · request of listTickets",
      `silent Ticket: description reworded · response of ${SEVERAL}`,
    ],
    [
      "gets another version",
      (spec) => {
        spec.info.version = "1.1.0";
      },
      "silent the document: version 1.0.0 → 1.1.0",
    ],
  ])("%s", (...row) => expectSaid(row));
});
