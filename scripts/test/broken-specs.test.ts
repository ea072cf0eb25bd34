import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { contractFiles } from "../src/generate/contract-files.ts";
import { lintWithGenerator } from "../src/lint/generator.ts";
import { lintWithOwnRules } from "../src/lint/own-findings.ts";
import { specFile } from "../src/repository.ts";
import { SpecDocument, SpecError } from "../src/spec/spec-document.ts";
import { type Edit, EditedSpec, editsOf } from "./support/edited-spec.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";

const NAME = "openapi/tickets.yaml";
const TICKET = "    Ticket:\n      description:";
const REPLY = "    TicketReply:\n      description:";
const OPEN = "operationId: createTicket\n";
const GET = "operationId: getTicket\n";

/** How the spec is broken, the line that is to blame, and the reason that is given. */
type Row = readonly [what: string, edit: Edit | readonly Edit[], line: string, reason: RegExp];

const TEXT: readonly Row[] = [
  ["a bracket that is not closed", ["tags: [auth]", "tags: [auth"], "      tags: [auth", /must .* end with a \]/],
  ["a brace that is not closed", ["scopes: {}", "scopes: {"], "          scopes: {", /must .* end with a \}/],
  [
    "a quote that is not closed",
    ['ref: "#/components/schemas/LoginRequest"', 'ref: "#/components'],
    '              $ref: "#/components',
    /Missing closing "quote/,
  ],
  [
    "a tab for indentation",
    ["      summary: Log in", "\tsummary: Log in"],
    "\tsummary: Log in",
    /Tabs are not allowed/,
  ],
  [
    "a line too far to the left",
    [GET, "      summary:", "     summary:"],
    "     summary: Read one ticket",
    /same column/,
  ],
  [
    "a key twice",
    [TICKET, "      type: object", "      type: object\n      type: object"],
    "      type: object\n      type: object",
    /keys must be unique/,
  ],
  ["a colon too many", ["summary: Log in", "summary: Log: in"], "      summary: Log: in", /Nested mappings/],
  [
    "a word that begins with @",
    ["summary: Log in", "summary: @Log in"],
    "      summary: @Log in",
    /reserved character @/,
  ],
  [
    "a tag of another language",
    ["summary: Log in", "summary: !!python/name Log in"],
    "      summary: !!python/name Log in",
    /Unresolved tag/,
  ],
  [
    "an alias",
    [
      ["scopes: {}", "scopes: &none {}"],
      ["    Page:\n", "schema:", "x: *none\n      schema:"],
    ],
    "      x: *none",
    /\*none repeats .* \$ref/,
  ],
  ["a second document", ["\ncomponents:\n", "\n---\ncomponents:\n"], "---", /another document begins here/],
  [
    "a list for a key",
    ["    Page:\n", "      name: page", "      [name]: page"],
    "      [name]: page",
    /a key must be a word/,
  ],
];

const REFERENCES: readonly Row[] = [
  [
    "$ref to nothing",
    ["schemas/LoginRequest", "schemas/LogonRequest"],
    '              $ref: "#/components/schemas/LogonRequest"',
    /nothing stands at #\/components\/schemas\/LogonRequest/,
  ],
  [
    "$ref to another file",
    ["#/components/schemas/LoginRequest", "login.yaml#/LoginRequest"],
    '              $ref: "login.yaml#/LoginRequest"',
    /nothing stands at login\.yaml/,
  ],
  ["$ref that is no text", ['"#/components/schemas/LoginRequest"', "5"], "              $ref: 5", /must be a text/],
  [
    "$ref in a circle",
    [
      "    NotFound:\n",
      '    NotFound:\n      $ref: "#/components/responses/Nowhere"\n    Nowhere:\n      $ref: "#/components/responses/NotFound"\n    WasNotFound:\n',
    ],
    '      $ref: "#/components/responses/Nowhere"',
    /in a circle: .* → .* → /,
  ],
  [
    "$ref of a schema to something else",
    ["#/components/schemas/LoginRequest", "#/components/responses/NotFound"],
    '              $ref: "#/components/responses/NotFound"',
    /is no schema of components/,
  ],
  [
    "a schema that contains itself",
    [
      "    UserLimited:\n",
      "      properties:\n",
      '      properties:\n        boss:\n          $ref: "#/components/schemas/UserLimited"\n',
    ],
    "    UserLimited:",
    /contains itself \(.*UserLimited → UserLimited\)/,
  ],
  [
    "schemas that contain each other",
    [
      "    UserLimited:\n",
      "      properties:\n",
      '      properties:\n        ticket:\n          $ref: "#/components/schemas/Ticket"\n',
    ],
    "    Ticket:",
    /Ticket → TicketReply → UserLimited → Ticket/,
  ],
];

const SCHEMAS: readonly Row[] = [
  [
    "a format that nobody checks",
    [TICKET, "format: uuid4", "format: uuid9"],
    "          format: uuid9",
    /no validator knows the format uuid9/,
  ],
  [
    "a type that is none",
    [TICKET, "type: integer", "type: int"],
    "          type: int",
    /must be one of array, boolean, integer/,
  ],
  [
    "one such in a list",
    [TICKET, '[string, "null"]', "[string, nil]"],
    "          type: [string, nil]",
    /must be one of array/,
  ],
  [
    "one such in a parameter",
    ["    Size:\n", "type: integer", "type: int"],
    "        type: int",
    /must be one of array/,
  ],
  [
    "one such in a response",
    [["operationId: deleteTicket\n", "description: Any JSON", "type: int\n                description: Any JSON"]],
    "                type: int",
    /must be one of array/,
  ],
  [
    "a pattern that is no regular expression",
    [TICKET, "type: integer", 'type: string\n          pattern: "("'],
    '          pattern: "("',
    /Invalid regular expression/,
  ],
  [
    "a bound that is no number",
    [TICKET, "type: integer", 'type: integer\n          minimum: "1"'],
    '          minimum: "1"',
    /must be number/,
  ],
  [
    "a bound of something else",
    [TICKET, "format: uuid4", "maximum: 9"],
    "          maximum: 9",
    /missing type "number" for keyword "maximum"/,
  ],
  [
    "a keyword that does not exist",
    [TICKET, "type: integer", "type: integer\n          atLeast: 1"],
    "          atLeast: 1",
    /unknown keyword: "atLeast"/,
  ],
  [
    "no values to choose from",
    [TICKET, "type: integer", "type: integer\n          enum: []"],
    "          enum: []",
    /non-empty array/,
  ],
  [
    "a required property that is not defined",
    [TICKET, "        - resolved\n", "        - urgency\n"],
    "        - urgency",
    /"urgency" is required, but is no property/,
  ],
  [
    "a property required twice",
    [TICKET, "        - resolved\n", "        - subject\n"],
    "        - subject\n        - subject",
    /subject is required twice/,
  ],
  [
    "properties that are a list",
    [["    TicketUpdate:\n", "        openai_custom_instructions:\n", "        - openai_custom_instructions:\n"]],
    "      properties:",
    /expected a mapping/,
  ],
  [
    "a property that is a word",
    [
      "    HTTPError:\n",
      "        detail:\n          description: The reason.\n          type: string\n          examples: [Unauthorized]\n",
      "        detail: string\n",
    ],
    "        detail: string",
    /must be object,boolean/,
  ],
  [
    "a property that JavaScript needs",
    ["    HTTPError:\n", "        detail:\n", "        __proto__:\n          type: string\n        detail:\n"],
    "        __proto__:",
    /another use for the name __proto__/,
  ],
  [
    "a schema whose name is none in code",
    ["    HTTPError:\n", "    HTTP-Error:\n      type: object\n    HTTPError:\n"],
    "    HTTP-Error:",
    /HTTP-Error cannot be a name in code/,
  ],
  [
    "a schema named as what is there already",
    ["    AccessToken:\n", "    Record:\n      type: object\n    AccessToken:\n"],
    "    Record:",
    /another Record/,
  ],
  [
    "a description that is a number",
    [TICKET, "description: The request itself, in the words of who opened it.", "description: 12"],
    "          description: 12",
    /expected a text/,
  ],
];

const OPERATIONS: readonly Row[] = [
  ["no operationId", [`      ${GET}`, ""], "    get:", /needs an operationId/],
  [
    "one that is taken",
    [OPEN, "operationId: getTicket\n"],
    '  /support/ticket/{ticket_id}:\n    parameters:\n      - $ref: "#/components/parameters/TicketId"\n    get:\n      operationId: getTicket',
    /also the id of POST \/support\/ticket/,
  ],
  [
    "one that is no name in code",
    [GET, "operationId: get ticket\n"],
    "      operationId: get ticket",
    /cannot be a name in code/,
  ],
  [
    "no x-retry",
    [OPEN, "      x-retry: rejected-only\n", ""],
    "    post:",
    /needs x-retry, one of safe, rejected-only/,
  ],
  ["an x-retry that is none", [OPEN, "rejected-only", "never"], "      x-retry: never", /one of safe, rejected-only/],
  ["a method that is none", ["    patch:", "    pacth:"], "    pacth:", /pacth is none of get, put, post/],
  [
    "no media type",
    [
      OPEN,
      "          application/json:\n            schema:",
      "          {}\n        x-was:\n          application/json:\n            schema:",
    ],
    "      requestBody:",
    /exactly one media type/,
  ],
  [
    "two media types",
    [
      OPEN,
      "          application/json:\n            schema:\n",
      "          text/plain:\n            schema: {}\n          application/json:\n            schema:\n",
    ],
    "      requestBody:",
    /exactly one media type/,
  ],
  [
    "a media type without a schema",
    ["    NotFound:\n", '          schema:\n            $ref: "#/components/schemas/HTTPError"\n', ""],
    "        application/json:",
    /expected a mapping/,
  ],
  [
    "no responses",
    [["operationId: deleteTicket\n", "      responses:\n", "      x-responses:\n"]],
    "    delete:",
    /needs responses/,
  ],
  ["no success among them", [OPEN, '        "201":', '        "301":'], "      responses:", /needs a success status/],
  [
    "a success in general",
    [OPEN, '        "201":', "        2XX:"],
    "      responses:",
    /needs a success status, such as 200/,
  ],
  [
    "a path parameter that nobody declares",
    ["  /support/ticket/{ticket_id}:", "  /support/ticket/{ticket_id}/{reply_id}:"],
    "  /support/ticket/{ticket_id}/{reply_id}:",
    /declares \{reply_id\}/,
  ],
  [
    "a path parameter without a place",
    ["  /support/ticket/{ticket_id}:", "  /support/one-ticket:"],
    "    TicketId:",
    /\/support\/one-ticket has no place for \{ticket_id\}/,
  ],
  [
    "a path parameter that may be missing",
    ["    TicketId:\n", "required: true", "required: false"],
    "      required: false",
    /ticket_id is in the path: required/,
  ],
  [
    "a parameter twice",
    [
      '        - $ref: "#/components/parameters/Size"\n',
      '        - $ref: "#/components/parameters/Size"\n        - $ref: "#/components/parameters/Size"\n',
    ],
    "    Size:",
    /size is declared twice/,
  ],
  [
    "a parameter nowhere",
    ["    Size:\n", "in: query", "in: body"],
    "      in: body",
    /one of cookie, header, path, query/,
  ],
  ["a parameter without a name", ["    Size:\n", "      name: size\n", ""], "    Size:", /needs a name/],
  ["a path without a slash", ["  /support/ticket:", "  support/ticket:"], "  support/ticket:", /begins with a slash/],
  [
    "security that is no list",
    ["security: []", "security: none"],
    "      security: none",
    /list of security requirements/,
  ],
];

const DOCUMENT: readonly Row[] = [
  [
    "an older OpenAPI",
    ["openapi: 3.1.0", "openapi: 3.0.3"],
    "openapi: 3.0.3",
    /expected OpenAPI 3\.1\.x, found 3\.0\.3/,
  ],
  ["Swagger", ["openapi: 3.1.0", 'swagger: "2.0"'], 'swagger: "2.0"', /expected OpenAPI 3\.1\.x, found 2\.0/],
  ["no title", ["  title: SiteBay support tickets\n", ""], "info:", /info needs a title/],
  [
    "a version that is a number",
    ["  version: 1.0.0", "  version: 1.0"],
    "  version: 1.0",
    /info needs a version, a text/,
  ],
  [
    "no servers",
    [
      "servers:\n  - url: https://my.sitebay.org/f/api/v1\n    description: The service. All paths are relative to this address.\n",
      "servers: []\n",
    ],
    "servers: []",
    /needs a server/,
  ],
  ["a server that is only a path", ["https://my.sitebay.org/f/api/v1", "/f/api/v1"], "  - url: /f/api/v1", /full URL/],
  [
    "no paths",
    ["\npaths:\n", "\nx-paths:\n"],
    "# The support-ticket API of SiteBay, curated by hand: the one source of truth of this repository.",
    /#\/paths: expected a mapping/,
  ],
  ["no schemas", ["\n  schemas:\n", "\n  x-schemas:\n"], "components:", /#\/components\/schemas: expected a mapping/],
  [
    "no cookie scheme",
    ["      in: cookie\n      name: msb", "      in: header\n      name: X-Key"],
    "  securitySchemes:",
    /expected an apiKey scheme in a cookie/,
  ],
  ["tables without a key", [TICKET, "        key: id\n", ""], "      x-export:", /needs a table and a key/],
  ["a key that is no column", [TICKET, "key: id", "key: number"], "        key: number", /Ticket has no column number/],
  [
    "a parent that is no table",
    [REPLY, "          table: tickets\n", "          table: teams\n"],
    "        parent:",
    /no schema becomes the table/,
  ],
  [
    "a parent without a column",
    [REPLY, "          column: ticket_id\n", ""],
    "        parent:",
    /parent needs a column/,
  ],
  [
    "a parent without such rows",
    [TICKET, '"#/components/schemas/TicketReply"', '"#/components/schemas/UserLimited"'],
    "        parent:",
    /Ticket has no array of TicketReply/,
  ],
  [
    "two tables of one name",
    [REPLY, "table: ticket_replies", "table: tickets"],
    "        table: tickets",
    /another schema becomes the table tickets/,
  ],
  [
    "two columns of one name",
    [REPLY, "        user:\n", "        user_email:\n          type: string\n        user:\n"],
    "        user:",
    /ticket_replies has another column user_email/,
  ],
  [
    "a column named as the parent's",
    [REPLY, "column: ticket_id", "column: created_at"],
    "          column: created_at",
    /another column created_at/,
  ],
  [
    "a table that is a word",
    [TICKET, "      x-export:\n        table: tickets\n        key: id\n", "      x-export: tickets\n"],
    "      x-export: tickets",
    /must be a mapping/,
  ],
];

describe.each([
  ["its text", TEXT],
  ["a reference", REFERENCES],
  ["a schema", SCHEMAS],
  ["an operation", OPERATIONS],
  ["the document as a whole", DOCUMENT],
])("a spec that is broken in %s is refused in one line with file, line and reason", (_, rows) => {
  test.each(rows)("%s", async (_, edit, line, reason) => {
    const spec = new EditedSpec(...editsOf(edit));
    const refusal = await refusalOf(() => contractFiles(spec.document));
    expect(refusal).toMatch(reason);
    expect(refusal).toMatch(new RegExp(`^${NAME}:${spec.lineOf(line)}: [^\\n]+$`));
  });
});

test.each([
  ["nothing", "", /:1: the file is empty/],
  ["a comment", "# Nothing yet.\n", /:1: the file is empty/],
  ["a list", "- openapi: 3.1.0\n", /:1: expected a mapping at the top/],
  ["a sentence", "openapi, once\n", /:1: expected a mapping at the top/],
  ["a web page", "<!doctype html>\n<p>Not: found</p>\n", /:1: /],
  ["more aliases than a machine can follow", laughs(), /:2: \*a repeats/],
])("%s in place of a spec", async (_, text, reason) => {
  expect(await refusalOf(() => SpecDocument.parse(text, NAME))).toMatch(reason);
});

test("a spec that is cut off anywhere is refused at a line that it has", async () => {
  const lines = readFileSync(specFile, "utf8").trimEnd().split("\n");
  // Of the examples, which come last, nothing is generated.
  for (let kept = lines.indexOf("paths:"); kept < lines.indexOf("  examples:"); kept += 17) {
    const last = lines[kept] ?? "";
    const text = [...lines.slice(0, kept), last.slice(0, last.length / 2)].join("\n");
    const refusal = await refusalOf(() => contractFiles(SpecDocument.parse(text, NAME)));
    const [, line] = /^openapi\/tickets\.yaml:(\d+): [^\n]+$/.exec(refusal) ?? [];
    expect(Number(line), `${refusal}, cut in line ${kept + 1}`).toBeLessThanOrEqual(kept + 1);
  }
});

test("a byte order mark and Windows' line ends change nothing", async () => {
  const text = readFileSync(specFile, "utf8");
  const copy = new RepositoryCopy();
  copy.write(NAME, `\uFEFF${text.replaceAll("\n", "\r\n")}`);
  expect(copy.node("scripts/src/generate.ts", "--check")).toMatchObject({ code: 0, stderr: "" });
});

describe("the command says so, ends with 1, and leaves every file as it was", () => {
  const generated = "packages/contract/src/generated";

  test.each<[string, (file: string) => void, RegExp]>([
    ["no file", (file) => rmSync(file), / cannot read it: there is no such file$/],
    ["a folder of that name", replaceByFolder, / cannot read it: this is a folder; expected a file$/],
    ["a file that is not UTF-8", (file) => writeFileSync(file, utf16(file)), /1: this is not UTF-8/],
    ["a letter that is not UTF-8", (file) => writeFileSync(file, withForeignByte(file)), /3: this is not UTF-8/],
    ["a tab", (file) => edit(file, "  title:", "\ttitle:"), /\d+: Tabs are not allowed as indentation$/],
    ["a reference to nothing", (file) => edit(file, "schemas/Ticket", "schemas/Tikcet"), /\d+: #\/.*nothing stands at/],
    ["a type that is none", (file) => edit(file, "type: integer", "type: int"), /\d+: #\/.*must be one of array/],
  ])("%s", (_, breakSpec, reason) => {
    const copy = new RepositoryCopy();
    const before = filesIn(path.join(copy.root, generated));
    breakSpec(path.join(copy.root, NAME));
    const { code, stdout, stderr } = copy.node("scripts/src/generate.ts");
    const [said = "", ...rest] = stderr.split("\n");
    expect({ code, stdout, rest }).toEqual({ code: 1, stdout: "", rest: ["Nothing was written.", ""] });
    expect(said).toMatch(new RegExp(`^generate: ${NAME}:${reason.source}`));
    expect(filesIn(path.join(copy.root, generated))).toEqual(before);
  });
});

test("spec:lint stops wherever generate does, and its other rules cope with all of it", () => {
  for (const [what, edit] of [...REFERENCES, ...SCHEMAS, ...OPERATIONS, ...DOCUMENT]) {
    const { document } = new EditedSpec(...editsOf(edit));
    expect(lintWithOwnRules(document), what).toBeInstanceOf(Array);
    expect(lintWithGenerator(document), what).toHaveLength(1);
  }
});

function laughs(): string {
  const line = (name: string, of: string) => `${name}: &${name} [${`*${of}, `.repeat(9)}*${of}]\n`;
  return ["a: &a [ha]\n", line("b", "a"), line("c", "b"), line("d", "c"), line("e", "d"), line("f", "e")].join("");
}

function replaceByFolder(file: string): void {
  rmSync(file);
  mkdirSync(file);
}

function utf16(file: string): Buffer {
  return Buffer.from(`\uFEFF${readFileSync(file, "utf8")}`, "utf16le");
}

function withForeignByte(file: string): Buffer {
  const text = readFileSync(file, "utf8").split("\n");
  return Buffer.concat([
    Buffer.from(`${text.slice(0, 2).join("\n")}\n# caf`),
    Buffer.from([0xe9, 0x0a]),
    Buffer.from(text.slice(2).join("\n")),
  ]);
}

function edit(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}

async function refusalOf(generate: () => unknown): Promise<string> {
  try {
    await generate();
  } catch (error) {
    if (error instanceof SpecError) return error.message;
    throw error;
  }
  return "nothing was refused";
}
