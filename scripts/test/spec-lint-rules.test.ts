import { describe, expect, test } from "vitest";
import { lintWithOwnRules } from "../src/lint/own-findings.ts";
import { type Edit, EditedSpec, editsOf } from "./support/edited-spec.ts";

/** What is done to the spec, the line that is then complained about, the complaint, and what to do. */
type Row = readonly [what: string, edit: Edit | readonly Edit[], line: string, message: RegExp, fix: RegExp];

test("the ticket spec breaks no rule", () => {
  expect(lintWithOwnRules(new EditedSpec().document)).toEqual([]);
});

const TICKET = "    Ticket:\n      description:";
const REPLY = "    TicketReply:\n      description:";
const CREATE = "    TicketCreate:\n      description:";
const LOGIN = "operationId: login\n";
const LIST = "operationId: listTickets\n";
const OPEN = "operationId: createTicket\n";
const GET = "operationId: getTicket\n";
const DELETE = "operationId: deleteTicket\n";

const RULES: Readonly<Record<string, readonly Row[]>> = {
  evidence: [
    [
      "an operation without",
      [GET, "      x-evidence: [page, document]\n", ""],
      "    get:",
      /x-evidence is missing/,
      /page, document, guide/,
    ],
    [
      "a schema without",
      [TICKET, "      x-evidence: [page, document]\n", ""],
      "    Ticket:",
      /x-evidence is missing/,
      /list of page/,
    ],
    [
      "an unknown word",
      [GET, "[page, document]", "[page, hearsay]"],
      "      x-evidence: [page, hearsay]",
      /hearsay is no kind/,
      /page/,
    ],
    [
      "a word twice",
      [GET, "[page, document]", "[page, page]"],
      "      x-evidence: [page, page]",
      /page is named twice/,
      /once/,
    ],
    [
      "a word that is no list",
      [GET, "[page, document]", "page"],
      "      x-evidence: page",
      /no list of words/,
      /list of/,
    ],
    ["an empty list", [GET, "[page, document]", "[]"], "      x-evidence: []", /no list of words/, /list of/],
  ],
  retry: [
    [
      "an operation without",
      [GET, "      x-retry: safe\n", ""],
      "    get:",
      /x-retry is missing/,
      /x-retry: safe .* rejected-only/,
    ],
    [
      "an unknown class",
      [GET, "x-retry: safe", "x-retry: often"],
      "      x-retry: often",
      /often is no retry class/,
      /rejected-only/,
    ],
    [
      "a GET that is not repeatable",
      [GET, "x-retry: safe", "x-retry: rejected-only"],
      "      x-retry: rejected-only",
      /GET/,
      /x-retry: safe/,
    ],
    [
      "a DELETE that is not repeatable",
      [DELETE, "x-retry: safe", "x-retry: rejected-only"],
      "      x-retry: rejected-only",
      /DELETE/,
      /x-retry: safe/,
    ],
    [
      "a POST that creates, repeatable",
      [OPEN, "x-retry: rejected-only", "x-retry: safe"],
      "      x-retry: safe",
      /a POST that is sent twice/,
      /rejected-only/,
    ],
    [
      "a login that obtains no token",
      ["tokenUrl: auth/jwt/login", "tokenUrl: auth/jwt/token"],
      "      x-evidence: [library, assumption]\n      x-retry: safe",
      /sent twice/,
      /tokenUrl/,
    ],
  ],
  statuses: [
    [
      "a secured operation without 401",
      [LIST, '        "401":\n          $ref: "#/components/responses/Unauthorized"\n', ""],
      "      responses:",
      /listTickets does not declare 401/,
      /"401" with \$ref: "#\/components\/responses\/Unauthorized"/,
    ],
    [
      "one without 403",
      [LIST, '        "403":\n          $ref: "#/components/responses/Forbidden"\n', ""],
      "      responses:",
      /403, which every secured/,
      /Forbidden/,
    ],
    [
      "one with a path parameter without 404",
      [GET, '        "404":\n          $ref: "#/components/responses/NotFound"\n', ""],
      "      responses:",
      /getTicket does not declare 404/,
      /NotFound/,
    ],
    [
      "one with a parameter without 422",
      [GET, '        "422":\n          $ref: "#/components/responses/UnprocessableContent"\n', ""],
      "      responses:",
      /getTicket does not declare 422/,
      /UnprocessableContent/,
    ],
    [
      "one with a body without 422",
      [OPEN, '        "422":\n          $ref: "#/components/responses/UnprocessableContent"\n', ""],
      "      responses:",
      /createTicket does not declare 422/,
      /UnprocessableContent/,
    ],
    [
      "the login without 422",
      [LOGIN, '        "422":\n          $ref: "#/components/responses/UnprocessableContent"\n', ""],
      "      responses:",
      /login does not declare 422/,
      /UnprocessableContent/,
    ],
    [
      "one without 429",
      [LOGIN, '        "429":\n          $ref: "#/components/responses/TooManyRequests"\n', ""],
      "      responses:",
      /login does not declare 429/,
      /TooManyRequests/,
    ],
    [
      "one without 5XX",
      [LOGIN, '        5XX:\n          $ref: "#/components/responses/ServerError"\n', ""],
      "      responses:",
      /login does not declare 5XX/,
      /ServerError/,
    ],
    [
      "one without 400",
      [LIST, '        "400":\n          $ref: "#/components/responses/BadRequest"\n', ""],
      "      responses:",
      /listTickets does not declare 400/,
      /BadRequest/,
    ],
    [
      "one that a parameter is added to",
      [
        LIST,
        "      responses:\n",
        '      parameters:\n        - $ref: "#/components/parameters/Page"\n      responses:\n',
      ],
      "      responses:",
      /listTickets does not declare 422/,
      /Unprocessable/,
    ],
  ],
  nullability: [
    [
      "nullable",
      [TICKET, 'type: [string, "null"]', "type: string\n          nullable: true"],
      "          nullable: true",
      /OpenAPI 3\.0/,
      /type: \[string, "null"\]/,
    ],
    [
      "anyOf with null",
      [TICKET, 'type: [string, "null"]', 'anyOf:\n            - type: string\n            - type: "null"'],
      '            - type: "null"',
      /alternative of anyOf/,
      /type: \[string, "null"\] in place of anyOf/,
    ],
    [
      "oneOf with null",
      [TICKET, 'type: [string, "null"]', 'oneOf:\n            - type: "null"\n            - type: string'],
      '            - type: "null"',
      /alternative of oneOf/,
      /type: \[string, "null"\]/,
    ],
    [
      "anyOf with a null constant",
      [TICKET, 'type: [string, "null"]', "anyOf:\n            - type: string\n            - const: null"],
      "            - const: null",
      /alternative of anyOf/,
      /type:/,
    ],
    [
      "null first",
      [TICKET, 'type: [string, "null"]', 'type: ["null", string]'],
      '          type: ["null", string]',
      /null comes last/,
      /type: \[string, "null"\]/,
    ],
    [
      "a list of one type",
      [TICKET, 'type: [string, "null"]', "type: [string]"],
      "          type: [string]",
      /one type only/,
      /write type: string$/,
    ],
    [
      "a type twice",
      [TICKET, 'type: [string, "null"]', 'type: [string, string, "null"]'],
      '          type: [string, string, "null"]',
      /named twice/,
      /type: \[string, "null"\]/,
    ],
    [
      "an enum that lacks the null of its type",
      [TICKET, 'type: [string, "null"]', 'type: [string, "null"]\n          enum: [billing]'],
      "          enum: [billing]",
      /the enum does not/,
      /add null/,
    ],
    [
      "in a parameter's schema",
      ["    Page:\n", "        type: integer", "        type: [integer]"],
      "        type: [integer]",
      /one type only/,
      /type: integer/,
    ],
  ],
  examples: [
    [
      "a parameter's, of the wrong format",
      ["      example: 6f1c1f0e-3b0a-4c57", "      example: 6f1c1f0e-3b0a-1c57"],
      "      example: 6f1c1f0e-3b0a-1c57-9d3e-0a4f5b8f2c11",
      /the example must match format "uuid4"/,
      /line \d+/,
    ],
    [
      "a parameter's default, out of bounds",
      ["        default: 50", "        default: 500"],
      "        default: 500",
      /the default must be <= 100/,
      /change the schema/,
    ],
    [
      "a header's",
      [
        '      schema:\n        type: string\n      example: "30"',
        "      schema:\n        type: integer\n      example: soon",
      ],
      "      example: soon",
      /must be integer/,
      /allows/,
    ],
    [
      "a schema's, of the wrong format",
      [TICKET, "examples: [6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11]", "examples: [6f1c1f0e]"],
      "          examples: [6f1c1f0e]",
      /uuid4/,
      /allows/,
    ],
    [
      "a schema's default, of the wrong type",
      [CREATE, "default: false", "default: no"],
      "          default: no",
      /the default must be boolean/,
      /allows/,
    ],
    [
      "a request's, of the wrong format",
      [OPEN, "team_id: 0b9f7f36-54a5-4b0e", "team_id: 0b9f7f36-54a5-1b0e"],
      "                  team_id: 0b9f7f36-54a5-1b0e-8f0c-6f6f7d4a1e02",
      /team_id in the example must match/,
      /allows/,
    ],
    [
      "a request's, with a field too many",
      [
        "                  subject: Site is blank\n",
        "                  subject: Site is blank\n                  surplus: 1\n",
      ],
      "                  surplus: 1",
      /surplus in the example is not in its schema/,
      /allows/,
    ],
    [
      "a response's, deep inside",
      [LIST, "ticket_replies: []", "ticket_replies: [{}]"],
      "                      ticket_replies: [{}]",
      /required property 'created_at'/,
      /allows/,
    ],
    [
      "one that is referred to, with a moment that never was",
      ["    ResolvedTicket:", "2026-02-03T10:02:41Z", "2026-02-33T10:02:41Z"],
      '        resolved_at: "2026-02-33T10:02:41Z"',
      /resolved_at in the example must match format "date-time"/,
      /allows/,
    ],
    [
      "one that is referred to, with a field too many far below",
      [
        "    ResolvedTicket:",
        "              posthog_user_id: null",
        "              posthog_user_id: null\n              surplus: 1",
      ],
      "              surplus: 1",
      /ticket_replies\.0\.user\.surplus in the example is not in/,
      /allows/,
    ],
    [
      "null where there is none",
      [TICKET, "examples: [20]", "examples: [null]"],
      "          examples: [null]",
      /must be integer/,
      /allows/,
    ],
  ],
  "export-tables": [
    [
      "no mapping",
      [TICKET, "      x-export:\n        table: tickets\n        key: id\n", "      x-export: tickets\n"],
      "      x-export: tickets",
      /no mapping/,
      /table and key/,
    ],
    ["no table", [REPLY, "        table: ticket_replies\n", ""], "      x-export:", /names no table/, /add table/],
    [
      "a table in another case",
      [REPLY, "table: ticket_replies", "table: ticketReplies"],
      "        table: ticketReplies",
      /not in snake_case/,
      /write ticket_replies/,
    ],
    [
      "a table twice",
      [REPLY, "table: ticket_replies", "table: tickets"],
      "        table: tickets",
      /another schema becomes the table tickets/,
      /another name/,
    ],
    [
      "a key that is no property",
      [TICKET, "key: id", "key: number"],
      "        key: number",
      /number is no property/,
      /one of category, created_at/,
    ],
    [
      "a key that a row may lack",
      [TICKET, "key: id", "key: category"],
      "        key: category",
      /not required/,
      /add category to required/,
    ],
    [
      "a key that may be null",
      [
        TICKET,
        "          type: string\n          format: uuid4",
        '          type: [string, "null"]\n          format: uuid4',
      ],
      "        key: id",
      /the key id has the type string, null/,
      /nothing else/,
    ],
    [
      "a key of another kind",
      [REPLY, "key: id", "key: user"],
      "        key: user",
      /the key user has the type object/,
      /string or integer/,
    ],
    [
      "a parent that no schema becomes",
      [REPLY, "          table: tickets\n", "          table: tikcets\n"],
      "          table: tikcets",
      /no schema becomes/,
      /one of tickets/,
    ],
    [
      "a parent without a column",
      [REPLY, "          column: ticket_id\n", ""],
      "        parent:",
      /no column/,
      /column that holds/,
    ],
    [
      "a column that is there already",
      [REPLY, "column: ticket_id", "column: created_at"],
      "          column: created_at",
      /a property created_at of its own/,
      /another name/,
    ],
    [
      "a parent that holds no such rows",
      [TICKET, '$ref: "#/components/schemas/TicketReply"', '$ref: "#/components/schemas/UserLimited"'],
      "        parent:",
      /Ticket has no array of TicketReply/,
      /\$ref/,
    ],
    [
      "a word that nobody reads",
      [TICKET, "        key: id", "        key: id\n        sorted: true"],
      "        sorted: true",
      /no sorted/,
      /table, key, parent/,
    ],
  ],
  extensions: [
    ["a misspelt one", [TICKET, "x-export:", "x-exprot:"], "      x-exprot:", /nothing reads x-exprot/, /x-export/],
    [
      "one in the wrong place",
      [TICKET, "        category:\n", "        category:\n          x-evidence: [page]\n"],
      "          x-evidence: [page]",
      /nothing reads x-evidence here/,
      /schema of components/,
    ],
  ],
  references: [
    [
      "to nothing",
      ["schemas/LoginRequest", "schemas/LogonRequest"],
      '              $ref: "#/components/schemas/LogonRequest"',
      /nothing stands at #\/components\/schemas\/LogonRequest/,
      /add LogonRequest to #\/components\/schemas, or/,
    ],
    [
      "to another file",
      ["#/components/schemas/LoginRequest", "login.yaml"],
      '              $ref: "login.yaml"',
      /nothing stands at login\.yaml/,
      /in this document/,
    ],
  ],
  descriptions: [
    [
      "a property without",
      [TICKET, "          description: Whether the ticket is closed.\n", ""],
      "        resolved:",
      /resolved has no description/,
      /in a description/,
    ],
    [
      "a schema without",
      ["    TicketUpdate:\n", "      description: The fields of a ticket to set.\n", ""],
      "    TicketUpdate:",
      /TicketUpdate has no description/,
      /in a description/,
    ],
  ],
  texts: [
    [
      "a description of nothing",
      [TICKET, "description: Whether the ticket is closed.", 'description: ""'],
      '          description: ""',
      /description is empty/,
      /say in a few words/,
    ],
  ],
  names: [
    [
      "an operationId",
      [LOGIN.trim(), "operationId: log_in"],
      "      operationId: log_in",
      /log_in is not in camelCase/,
      /write logIn/,
    ],
    [
      "a schema",
      [
        ["    AccessToken:", "    access_token:"],
        ["schemas/AccessToken", "schemas/access_token"],
      ],
      "    access_token:",
      /not in PascalCase/,
      /write AccessToken/,
    ],
    [
      "a property",
      [CREATE, "        s3_object:", "        s3Object:"],
      "        s3Object:",
      /not in snake_case/,
      /write s3_object/,
    ],
    [
      "a query parameter",
      ["      name: size", "      name: pageSize"],
      "      name: pageSize",
      /pageSize is not in snake_case/,
      /write page_size/,
    ],
    [
      "a path parameter",
      ["  /support/ticket/{ticket_id}:", "  /support/ticket/{ticketId}:"],
      "  /support/ticket/{ticketId}:",
      /ticketId is not in snake_case/,
      /write ticket_id/,
    ],
    [
      "a tag",
      [LIST, "tags: [tickets]", "tags: [Tickets]"],
      "      tags: [Tickets]",
      /not in lower-case/,
      /write tickets/,
    ],
    [
      "a declared tag",
      ["  - name: tickets", "  - name: Tickets"],
      "  - name: Tickets",
      /not in lower-case/,
      /write tickets/,
    ],
    [
      "a component that is an example",
      ["    OpenTicket:", "    open_ticket:"],
      "    open_ticket:",
      /not in PascalCase/,
      /write OpenTicket/,
    ],
    [
      "a component that is a parameter",
      ["    TicketId:", "    ticketId:"],
      "    ticketId:",
      /components\.parameters, ticketId is not/,
      /write TicketId/,
    ],
    [
      "an example",
      [LIST, "                none:", "                None:"],
      "                None:",
      /not in camelCase/,
      /write none/,
    ],
    [
      "a header",
      ["        WWW-Authenticate:", "        www-authenticate:"],
      "        www-authenticate:",
      /not in Header-Case/,
      /write Www-Authenticate/,
    ],
  ],
};

for (const [rule, rows] of Object.entries(RULES)) {
  describe(rule, () => {
    test.each(rows)("%s", (_, edit, line, message, fix) => {
      const spec = new EditedSpec(...editsOf(edit));
      const found = lintWithOwnRules(spec.document).filter((finding) => finding.rule === rule);
      expect(found).toContainEqual({
        file: "openapi/tickets.yaml",
        line: spec.lineOf(line),
        rule,
        message: expect.stringMatching(message),
        fix: expect.stringMatching(fix),
      });
    });
  });
}
