import { describe, expect, test } from "vitest";
import type { Review } from "../src/upstream/report/review.ts";
import {
  BODY,
  ONE_TICKET,
  OPEN_SITE_TICKET,
  OPERATIONS,
  REPLIES,
  SCHEMAS,
  SITE_TICKET_CREATE,
  SITE_TICKETS,
  TEAM_TICKETS,
  TICKET,
  TICKET_PAGE,
  TICKETS,
} from "./upstream/places.ts";
import { adopting, keeping, OURS, reviewOf, told } from "./upstream/reviewing.ts";
import { append, drop, type Edit, move, reading, serviceDocument, set } from "./upstream/service-document.ts";

const answer = (schema: unknown) => ({ description: "Made up", content: { "application/json": { schema } } });
const ID = { name: "ticket_id", in: "path", required: true, schema: { type: "string", format: "uuid4" } };
const all = (edit: (operation: string) => Edit): Edit[] => OPERATIONS.map(edit);

/** What happens upstream, how it is made, how it is told, and whether only a person can follow. */
type Row = readonly [happens: string, edits: readonly Edit[], differences: readonly string[], byHand?: RegExp];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  "a field": [
    [
      "is new and may be null",
      [set(`${TICKET}/properties/mood`, { anyOf: [{ type: "string" }, { type: "null" }], title: "Mood" })],
      ["schema Ticket: mood: only upstream (string or null)"],
    ],
    [
      "is new and required",
      [
        set(`${TICKET}/properties/mood`, { type: "string", enum: ["calm", "cross"] }),
        append(`${TICKET}/required`, "mood"),
      ],
      ['schema Ticket: mood: only upstream (string, enum ["calm","cross"], required)'],
    ],
    [
      "is new and holds a schema of its own, or null",
      [
        set(`${TICKET}/properties/site`, { anyOf: [{ $ref: `${SCHEMAS}/SiteLimited` }, { type: "null" }] }),
        set(`${SCHEMAS}/SiteLimited`, { type: "object", properties: { name: { type: "string" } }, required: ["name"] }),
      ],
      ["schema Ticket: site: only upstream (object or null)"],
    ],
    [
      "is new and leads back to where it stands",
      [set(`${SCHEMAS}/TicketReply/properties/ticket`, { anyOf: [{ $ref: TICKET }, { type: "null" }] })],
      ["schema TicketReply: ticket: only upstream (Ticket or null)"],
    ],
    [
      "is gone",
      [drop(`${TICKET}/properties/resolved_at`)],
      ["schema Ticket: resolved_at: only here (date-time or null)"],
    ],
    [
      "is gone that was required",
      [
        drop(`${SCHEMAS}/TicketUpdate/properties/openai_custom_instructions`),
        drop(`${TICKET}/properties/id`),
        drop(`${TICKET}/required/2`),
      ],
      [
        "schema Ticket: id: only here (uuid4, required)",
        "schema TicketUpdate: openai_custom_instructions: only here (string or null)",
      ],
    ],
    [
      "has another type",
      [set(`${TICKET}/properties/messages_remaining/type`, "string")],
      ["schema Ticket: messages_remaining: string upstream, integer here"],
    ],
    [
      "takes more of its type",
      [set(`${TICKET}/properties/messages_remaining/type`, "number")],
      ["schema Ticket: messages_remaining type: number upstream, integer here"],
    ],
    [
      "may be null",
      [set(`${TICKET}/properties/subject`, { anyOf: [{ type: "string" }, { type: "null" }] })],
      ["schema Ticket: subject type: string or null upstream, string here"],
    ],
    [
      "may no longer be null",
      [set(`${TICKET}/properties/category`, { type: "string" })],
      ["schema Ticket: category type: string upstream, string or null here"],
    ],
    [
      "that refers to a schema may be null",
      [
        set(`${SCHEMAS}/TicketReply/properties/user`, {
          anyOf: [{ $ref: `${SCHEMAS}/UserLimited` }, { type: "null" }],
        }),
      ],
      ["schema TicketReply: user type: object or null upstream, object here"],
    ],
    [
      "has another format",
      [set(`${TICKET}/properties/id/format`, "uuid")],
      ['schema Ticket: id format: "uuid" upstream, "uuid4" here'],
    ],
    [
      "has to be there",
      [append(`${TICKET}/required`, "category")],
      ['schema Ticket: category required: only upstream ("category")'],
    ],
    [
      "need not be there",
      [set(`${SCHEMAS}/TicketCreate/required`, ["subject", "team_id"])],
      ['schema TicketCreate: description required: only here ("description")'],
    ],
    [
      "has listed values",
      [set(`${SCHEMAS}/TicketReply/properties/created_at/enum`, ["a", "b"])],
      ['schema TicketReply: created_at enum: only upstream (["a","b"])'],
    ],
    [
      "has another default",
      [set(`${SCHEMAS}/TicketCreate/properties/resolved/default`, true)],
      ["schema TicketCreate: resolved default: true upstream, false here"],
    ],
    [
      "has another bound",
      [set(`${TICKET_PAGE}/properties/limit/minimum`, 5)],
      ["schema TicketPage: limit minimum: 5 upstream, 1 here"],
    ],
    [
      "has one bound more",
      [set(`${TICKET_PAGE}/properties/limit/maximum`, 100)],
      ["schema TicketPage: limit maximum: only upstream (100)"],
    ],
    [
      "has one bound less",
      [drop(`${TICKET_PAGE}/properties/offset/minimum`)],
      ["schema TicketPage: offset minimum: only here (0)"],
    ],
    [
      "lists something else",
      [set(`${TICKET}/properties/ticket_replies/items`, { type: "string" })],
      ["schema Ticket: ticket_replies items: string upstream, TicketReply here"],
    ],
    [
      "is a choice of schemas",
      [set(`${TICKET}/properties/team_id`, { anyOf: [{ type: "string", format: "uuid4" }, { type: "integer" }] })],
      ["schema Ticket: team_id: uuid4 or integer upstream, uuid4 here"],
    ],
  ],
  "a schema": [
    [
      "goes by another name",
      [
        move(`${SCHEMAS}/TicketUpdate`, `${SCHEMAS}/TicketPatch`),
        set(`${ONE_TICKET}/patch/requestBody/${BODY}/$ref`, `${SCHEMAS}/TicketPatch`),
      ],
      ["schema TicketUpdate: name: TicketPatch upstream, TicketUpdate here"],
    ],
  ],
  "a parameter": [
    [
      "of every path has another type",
      [`${ONE_TICKET}/get`, `${ONE_TICKET}/patch`, `${ONE_TICKET}/delete`, `${REPLIES}/get`, `${REPLIES}/post`].map(
        (operation) => set(`${operation}/parameters/0/schema`, { type: "integer" }),
      ),
      ["parameter TicketId: integer upstream, uuid4 here"],
    ],
    [
      "that is shared has another type in one operation",
      [set(`${ONE_TICKET}/get/parameters/0/schema`, { type: "integer" })],
      ["parameter TicketId: integer upstream, uuid4 here"],
      /updateTicket.* share it, where the service does not say so/,
    ],
    [
      "that is shared has a bound more in one operation",
      [set(`${TEAM_TICKETS}/get/parameters/1/schema/maximum`, 9)],
      ["parameter Page: maximum: only upstream (9)"],
      /listTicketReplies share it, where the service does not say so/,
    ],
    [
      "is new",
      [append(`${TICKETS}/get/parameters`, { name: "resolved", in: "query", schema: { type: "boolean" } })],
      ["GET /support/ticket: parameters resolved: only upstream (in query: boolean)"],
    ],
    [
      "is gone",
      [drop(`${REPLIES}/get/parameters/2`)],
      [
        "GET /support/ticket/{ticket_id}/reply: parameters size: only here (in query: integer, minimum 1, maximum 100, default 50)",
      ],
    ],
    [
      "has to be sent",
      [set(`${REPLIES}/get/parameters/1/required`, true), set(`${TEAM_TICKETS}/get/parameters/1/required`, true)],
      ["parameter Page: required: true upstream, false here"],
    ],
  ],
  "a request's body": [
    [
      "may be missing",
      [drop(`${ONE_TICKET}/patch/requestBody/required`)],
      ["PATCH /support/ticket/{ticket_id}: requestBody required: false upstream, true here"],
    ],
    [
      "is gone",
      [drop(`${ONE_TICKET}/patch/requestBody`)],
      ["PATCH /support/ticket/{ticket_id}: requestBody: only here (TicketUpdate)"],
    ],
    [
      "is new",
      [
        set(`${ONE_TICKET}/delete/requestBody`, {
          required: true,
          ...answer({ type: "object", properties: { why: { type: "string" } } }),
        }),
      ],
      ["DELETE /support/ticket/{ticket_id}: requestBody: only upstream (object)"],
    ],
    [
      "is taken in one more form",
      [
        set(`${TICKETS}/post/requestBody/content/multipart~1form-data`, {
          schema: { $ref: `${SCHEMAS}/TicketCreate` },
        }),
      ],
      ["POST /support/ticket: requestBody multipart/form-data: only upstream (TicketCreate)"],
    ],
  ],
  "an answer": [
    [
      "has a new status",
      [
        set(`${TICKETS}/post/responses/409`, answer({ $ref: `${SCHEMAS}/Conflict` })),
        set(`${SCHEMAS}/Conflict`, { type: "object", properties: { code: { type: "integer" } }, required: ["code"] }),
      ],
      ["POST /support/ticket: responses 409: only upstream (Conflict)"],
    ],
    [
      "no longer has a status",
      [drop(`${ONE_TICKET}/get/responses/422`)],
      ["GET /support/ticket/{ticket_id}: responses 422: only here (HTTPValidationError)"],
    ],
    [
      "comes with another status",
      [move(`${TICKETS}/post/responses/201`, `${TICKETS}/post/responses/200`)],
      [
        "POST /support/ticket: responses 201: only here (Ticket)",
        "POST /support/ticket: responses 200: only upstream (Ticket)",
      ],
    ],
    [
      "has a header",
      [set(`${TICKETS}/get/responses/200/headers`, { "X-Total": { schema: { type: "integer" } } })],
      ["GET /support/ticket: responses 200 headers: only upstream (X-Total)"],
    ],
    [
      "is a page now",
      [set(`${TICKETS}/get/responses/200/${BODY}`, { $ref: TICKET_PAGE })],
      ["GET /support/ticket: responses 200 application/json: AbstractPage_Ticket_ upstream, array of Ticket here"],
    ],
  ],
  "a credential": [
    [
      "is no longer taken anywhere",
      all((operation) => set(`${operation}/security`, [{ OAuth2PasswordBearer: [] }])),
      ["security: oauth2-password upstream, apiKey-cookie-msb or oauth2-password here"],
    ],
    [
      "is no longer taken by one operation, and another takes none",
      [set(`${TICKETS}/get/security`, [{ APIKeyCookie: [] }]), set(`${TICKETS}/post/security`, [])],
      [
        "GET /support/ticket: security: apiKey-cookie-msb upstream, apiKey-cookie-msb or oauth2-password here",
        "POST /support/ticket: security: no credential upstream, apiKey-cookie-msb or oauth2-password here",
      ],
    ],
    [
      "is needed beside the other",
      all((operation) => set(`${operation}/security`, [{ OAuth2PasswordBearer: [], APIKeyCookie: [] }])),
      ["security: apiKey-cookie-msb and oauth2-password upstream, apiKey-cookie-msb or oauth2-password here"],
    ],
    [
      "is fetched elsewhere",
      [set("#/components/securitySchemes/OAuth2PasswordBearer/flows/password/tokenUrl", "auth/token")],
      ['credential OAuth2PasswordBearer: flows password tokenUrl: "auth/token" upstream, "auth/jwt/login" here'],
    ],
    [
      "is one that we do not know",
      [
        set("#/components/securitySchemes/Key", { type: "apiKey", in: "header", name: "X-Key" }),
        set(`${TICKETS}/get/security`, [{ Key: [] }]),
      ],
      ["GET /support/ticket: security: apiKey-header-X-Key upstream, apiKey-cookie-msb or oauth2-password here"],
      /we have no credential apiKey-header-X-Key/,
    ],
  ],
  "an operation": [
    [
      "is new on a new path",
      [set(`${SITE_TICKETS}/post`, OPEN_SITE_TICKET), set(`${SCHEMAS}/SiteTicketCreate`, SITE_TICKET_CREATE)],
      ["POST /site/{site_id}/ticket: only upstream (answers 201 Ticket)"],
    ],
    [
      "is new on a path that we have",
      [
        set(`${ONE_TICKET}/head`, {
          operationId: "check_ticket",
          parameters: [ID],
          responses: { "200": { description: "Made up" } },
        }),
      ],
      ["HEAD /support/ticket/{ticket_id}: only upstream (answers 200)"],
    ],
    [
      "is gone",
      [drop(`${ONE_TICKET}/delete`)],
      ["DELETE /support/ticket/{ticket_id}: only here (answers 200 anything)"],
    ],
    [
      "has moved",
      [move(TEAM_TICKETS, "#/paths/~1f~1api~1v1~1ticket~1of~1{team_id}")],
      [
        "GET /team/{team_id}/ticket: method and path: GET /f/api/v1/ticket/of/{team_id} upstream, GET /team/{team_id}/ticket here",
      ],
      /has moved/,
    ],
    [
      "has another method",
      [move(`${ONE_TICKET}/patch`, `${ONE_TICKET}/put`)],
      [
        "PATCH /support/ticket/{ticket_id}: method and path: PUT /f/api/v1/support/ticket/{ticket_id} upstream, PATCH /support/ticket/{ticket_id} here",
      ],
      /has moved/,
    ],
    [
      "lies outside of our address",
      [
        set("#/paths/~1v2~1ticket/get", {
          operationId: "get_tickets_two",
          responses: { "200": { description: "Made up" } },
        }),
      ],
      ["GET /v2/ticket: only upstream (answers 200)"],
      /outside of the address/,
    ],
    [
      "is deprecated",
      [set(`${TEAM_TICKETS}/get/deprecated`, true)],
      ["GET /team/{team_id}/ticket: deprecated: true upstream, false here"],
    ],
    [
      "goes by another name",
      [set(`${TICKETS}/get/operationId`, "get_support_tickets")],
      ["GET /support/ticket: operationId: get_support_tickets upstream, listTickets here"],
    ],
    [
      "is found at another host",
      [set("#/servers/0/url", "https://api.example.com")],
      ['servers: 0 url: "https://api.example.com" upstream, "https://my.sitebay.org/f/api/v1" here'],
      /our address holds the prefix/,
    ],
  ],
};

test("our own spec in the service's ways is explained to the last difference", () => {
  const { drift, idle, explained } = reviewOf(serviceDocument());
  expect(drift).toEqual([]);
  expect(idle).toEqual([]);
  expect(explained.every(({ count }) => count > 0)).toBe(true);
});

for (const [what, rows] of Object.entries(ROWS)) {
  describe(what, () => {
    test.for(rows)("%s", ([, edits, differences, byHand]) => {
      const document = serviceDocument(...edits);
      const found = reviewOf(document);
      expect(told(found)).toEqual(differences);

      if (byHand) {
        const reasons = found.drift.map(({ proposal }) => ("byHand" in proposal ? proposal.byHand : "an edit"));
        expect(reasons).toEqual(differences.map(() => expect.stringMatching(byHand)));
        expect(adopting(document, ["all"])).toEqual(OURS);
      } else {
        const adopted = adopting(document, ["all"]);
        expect(reviewOf(document, adopted).drift).toEqual([]);
        expect(commentsOf(adopted.spec)).toEqual(commentsOf(OURS.spec));
        // An edit that follows another has moved since it was proposed.
        if (differences.length === 1) expect(linesChanged(adopted.spec)).toEqual(linesProposed(found));
      }
      const kept = keeping(document, ["all"]);
      expect(reviewOf(document, kept).drift).toEqual([]);
      expect(kept.spec).toBe(OURS.spec);
    });
  });
}

function linesChanged(spec: string): Map<string, number> {
  return countLines(spec.split("\n"), OURS.spec.split("\n"));
}

function linesProposed({ drift }: Review): Map<string, number> {
  const changes = drift.flatMap(({ proposal }) => ("changes" in proposal ? proposal.changes : []));
  const inSpec = changes.filter(({ file }) => file.endsWith("tickets.yaml"));
  return countLines(
    inSpec.flatMap(({ added }) => added),
    inSpec.flatMap(({ removed }) => removed),
  );
}

/** How much more often each line, blank ones aside, stands in one list than in another. */
function countLines(more: readonly string[], less: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of more) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of less) counts.set(line, (counts.get(line) ?? 0) - 1);
  return new Map([...counts].filter(([line, count]) => line.trim() !== "" && count !== 0).sort());
}

function commentsOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trimStart().startsWith("#"));
}

const copy =
  (from: string, to: string): Edit =>
  (document) =>
    set(to, reading(document, from))(document);

const reverse =
  (pointer: string): Edit =>
  (document) => {
    const value = reading(document, pointer);
    const reversed = Array.isArray(value)
      ? value.toReversed()
      : Object.fromEntries(Object.entries(value ?? {}).toReversed());
    set(pointer, reversed)(document);
  };

const withoutPrefix: Edit = (document) => {
  const paths = Object.entries(reading(document, "#/paths") ?? {});
  set("#/paths", Object.fromEntries(paths.map(([path, item]) => [path.replace("/f/api/v1", ""), item])))(document);
};

describe("is no difference:", () => {
  const asSchema = (name: string, schema: unknown) => set(`${SCHEMAS}/${name}`, schema);
  const SAME: readonly (readonly [string, readonly Edit[]])[] = [
    ["other words", all((operation) => set(`${operation}/description`, "Something else."))],
    ["examples", [set(`${TICKET}/properties/subject/examples`, ["Made up"]), set(`${TICKET}/example`, {})]],
    ["extensions and tags", [set(`${TICKET}/x-made-up`, 1), set(`${TICKETS}/get/tags`, ["other"])]],
    ["null as a type", [set(`${TICKET}/properties/category`, { type: ["null", "string"] })]],
    [
      "null as OpenAPI 3.0 has it",
      [set("#/openapi", "3.0.3"), set(`${TICKET}/properties/category`, { type: "string", nullable: true })],
    ],
    ["a lone allOf", [set(`${TICKETS}/post/responses/201/${BODY}`, { allOf: [{ $ref: TICKET }], title: "Made Up" })]],
    [
      "a schema in place",
      [copy(`${SCHEMAS}/ValidationError`, `${SCHEMAS}/HTTPValidationError/properties/detail/items`)],
    ],
    [
      "another order",
      [
        reverse(`${TICKET}/required`),
        reverse(`${TICKET}/properties`),
        reverse("#/paths"),
        reverse(`${REPLIES}/get/parameters`),
      ],
    ],
    [
      "another name of a path's parameter",
      [
        ...["get", "patch", "delete"].map((method) => set(`${ONE_TICKET}/${method}/parameters/0/name`, "id")),
        move(ONE_TICKET, `${TICKETS}~1{id}`),
      ],
    ],
    [
      "a parameter by reference",
      [
        copy(`${REPLIES}/get/parameters/1`, "#/components/parameters/Page"),
        set(`${REPLIES}/get/parameters/1`, { $ref: "#/components/parameters/Page" }),
      ],
    ],
    ["the prefix in the server's address", [set("#/servers/0/url", "https://my.sitebay.org/f/api/v1/"), withoutPrefix]],
    ["no server at all", [drop("#/servers")]],
    ["a server of no host", [set("#/servers/0/url", "/")]],
    [
      "another name of a credential",
      [
        move("#/components/securitySchemes/APIKeyCookie", "#/components/securitySchemes/Cookie"),
        ...all((operation) => set(`${operation}/security`, [{ Cookie: [] }, { OAuth2PasswordBearer: [] }])),
      ],
    ],
    [
      "what silence means",
      [
        set(`${TICKET}/additionalProperties`, true),
        set(`${TICKETS}/get/deprecated`, false),
        set(`${REPLIES}/get/parameters/1/required`, false),
      ],
    ],
    [
      "operations about other things",
      [set("#/paths/~1f~1api~1v1~1site/get", { operationId: "get_sites", responses: {} })],
    ],
    ["schemas of other things", [asSchema("Site", { type: "object" })]],
  ];
  test.for(SAME)("%s", ([, edits]) => {
    const { drift, idle } = reviewOf(serviceDocument(...edits));
    expect(drift).toEqual([]);
    expect(idle).toEqual([]);
  });
});
