import { beforeEach, describe, expect, test } from "vitest";
import { RepositoryCopy } from "./support/repository-copy.ts";
import {
  ONE_TICKET,
  OPEN_SITE_TICKET,
  SCHEMAS,
  SITE_TICKET_CREATE,
  SITE_TICKETS,
  TEAM_TICKETS,
  TICKET,
} from "./upstream/places.ts";
import { append, drop, type Edit, serviceDocument, set } from "./upstream/service-document.ts";

const SPEC = "openapi/tickets.yaml";
const CURATION = "openapi/curation.yaml";
const SITE_TICKET = "#/paths/~1site~1{site_id}~1ticket/post";

let copy: RepositoryCopy;
let before: { readonly spec: string; readonly curation: string };
beforeEach(() => {
  copy = new RepositoryCopy();
  before = { spec: copy.read(SPEC), curation: copy.read(CURATION) };
});

function upstream(edits: readonly Edit[], ...args: readonly string[]) {
  copy.write("upstream.json", JSON.stringify(serviceDocument(...edits).toJS()));
  return copy.node("scripts/src/spec-upstream.ts", "upstream.json", ...args);
}

/** The lines that a text has and another lacks, in their order, blank ones aside. */
function newLines(before: string, after: string): string[] {
  const left = before.split("\n");
  return after.split("\n").filter((line) => {
    const known = left.indexOf(line);
    if (known >= 0) left.splice(0, known + 1);
    return known < 0 && line !== "";
  });
}

const MOOD = [set(`${TICKET}/properties/mood`, { type: "string" }), append(`${TICKET}/required`, "mood")];
const NEW_OPERATION = [
  set(`${SITE_TICKETS}/post`, OPEN_SITE_TICKET),
  set(`${SCHEMAS}/SiteTicketCreate`, SITE_TICKET_CREATE),
];

describe("--adopt", () => {
  test("puts a field where it belongs, and leaves every other byte as it is", () => {
    const { code, stdout, stderr } = upstream(MOOD, "--adopt", "#/components/schemas/Ticket/properties/mood");
    expect(stderr).toContain("spec:upstream: adopted #/components/schemas/Ticket/properties/mood\n");
    expect(stderr).toContain("now run `pnpm spec:lint`, which names what is still to be written, then `pnpm generate`");
    expect(stdout).not.toContain("mood");
    expect(code).toBe(0);

    const field = '        mood:\n          description: ""\n          type: string\n';
    expect(copy.read(SPEC)).toBe(
      before.spec
        .replace(
          "        openai_custom_instructions:\n          description: What the AI assistant was told",
          (found) => field + found,
        )
        .replace("        - messages_remaining\n", (found) => `${found}        - mood\n`),
    );
    expect(copy.read(CURATION)).toBe(before.curation);
  });

  test("writes an operation as its neighbours are written, and notes its name", () => {
    const { code, stderr } = upstream(NEW_OPERATION, "--adopt", SITE_TICKET);
    expect(stderr).toContain(`adopted ${SITE_TICKET}`);
    expect(code).toBe(0);
    const spec = copy.read(SPEC);
    expect(newLines(spec, before.spec)).toEqual([]);
    const start = spec.indexOf("  /site/{site_id}/ticket:\n");
    expect(spec.slice(start, spec.indexOf("\n\n", start))).toBe(OPERATION);
    expect(spec).toContain(PARAMETER);
    expect(spec).toContain(SCHEMA);
    expect(newLines(before.curation, copy.read(CURATION))).toEqual([
      `      "${SITE_TICKETS}/post/operationId": ${OPEN_SITE_TICKET.operationId}`,
    ]);
  });

  test("leaves texts to be written, which spec:lint names one by one; then all is well", () => {
    upstream(NEW_OPERATION, "--adopt", SITE_TICKET);
    const adopted = copy.read(SPEC);
    const empty = adopted.split("\n").flatMap((line, i) => (/: ""$/.test(line) ? [i + 1] : []));
    expect(empty.length).toBeGreaterThan(7);

    const lint = copy.node("scripts/src/spec-lint.ts");
    expect(lint.code).toBe(1);
    const named = [...lint.stderr.matchAll(/^openapi\/tickets\.yaml:(\d+): /gm)].map(([, line]) => Number(line));
    expect(named).toEqual(expect.arrayContaining(empty));

    const example = { subject: "          examples: [It is slow]" };
    copy.write(
      SPEC,
      adopted
        .replaceAll(/(description|summary): ""$/gm, "$1: Made up")
        .replace(/(SiteTicketCreate:\n(?:.*\n)*? {8}subject:\n.*\n {10}type: string)\n/, `$1\n${example.subject}\n`),
    );
    expect(copy.node("scripts/src/spec-lint.ts")).toMatchObject({ code: 0, stderr: "" });
    expect(upstream(NEW_OPERATION)).toMatchObject({ code: 0 });
    expect(copy.node("scripts/src/generate.ts")).toMatchObject({ code: 0, stderr: "" });
    expect(copy.read("packages/contract/src/generated/operations.ts")).toContain("createSiteTicket");
  });

  test("makes of an operation that was dropped what it was, but for its words", () => {
    const team = "#/paths/~1team~1{team_id}~1ticket/get";
    expect(upstream([drop(TEAM_TICKETS)], "--adopt", team).stderr).toContain(`adopted ${team}`);
    expect(copy.read(SPEC)).not.toContain("listTeamTickets");
    expect(copy.read(CURATION)).not.toContain("get_team_tickets");

    expect(upstream([], "--adopt", team).code).toBe(0);
    expect(copy.read(CURATION)).toBe(before.curation);
    const lost = newLines(copy.read(SPEC), before.spec);
    expect(lost.filter((line) => !/^ +(summary|description): /.test(line)).slice(0, 3)).toEqual([
      expect.stringContaining("Returns one page of a team's tickets"),
      expect.any(String),
      expect.any(String),
    ]);
    expect(newLines(before.spec, copy.read(SPEC))).toEqual([
      '      summary: ""',
      '      description: ""',
      '          description: ""',
    ]);
  });

  test("takes several pointers, the service's own too", () => {
    const edits = [...MOOD, set(`${SCHEMAS}/TicketCreate/properties/resolved/default`, true)];
    const pointers = [`${TICKET}/properties/mood`, `${SCHEMAS}/TicketCreate/properties/resolved/default`];
    expect(upstream(edits, "--adopt", ...pointers)).toMatchObject({ code: 0 });
    expect(newLines(before.spec, copy.read(SPEC))).toContain("          default: true");
  });

  test("all takes whatever an edit is known for; the rest stays drift", () => {
    const edits = [...MOOD, set(`${ONE_TICKET}/get/parameters/0/schema`, { type: "integer" })];
    const { code, stdout, stderr } = upstream(edits, "--adopt", "all");
    expect(stderr.match(/adopted/g)).toHaveLength(1);
    expect(stdout).toContain("1 difference that nothing explains");
    expect(stdout).toContain("by hand: deleteTicket, updateTicket, listTicketReplies and 1 more share it");
    expect(code).toBe(1);
  });

  test.for<[what: string, edits: readonly Edit[], pointers: string[], message: RegExp]>([
    [
      "is not there, and names the nearest",
      MOOD,
      ["#/components/schemas/Ticket/properties/moood"],
      /there is no difference at #\/components\/schemas\/Ticket\/properties\/moood; did you mean\n {2}'#\/components\/schemas\/Ticket\/properties\/mood'\n$/,
    ],
    ["is none, when nothing differs", [], ["#/paths"], /there is no difference at #\/paths\n$/],
    [
      "curation.yaml explains",
      [],
      ["#/paths/~1support~1ticket/post/requestBody/required"],
      /openapi\/curation\.yaml explains .*: take the entry away first\n$/,
    ],
    [
      "takes a person",
      [set(`${ONE_TICKET}/get/parameters/0/schema`, { type: "integer" })],
      ["#/components/parameters/TicketId/schema"],
      /TicketId\/schema takes a person: deleteTicket.* share it/,
    ],
    [
      "is wrong behind one that is right",
      MOOD,
      [`${TICKET}/properties/mood`, "#/nowhere"],
      /there is no difference at #\/nowhere/,
    ],
  ])("writes nothing for what %s", ([, edits, pointers, message]) => {
    const { code, stdout, stderr } = upstream(edits, "--adopt", ...pointers);
    expect(stderr).toMatch(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
    expect(copy.read(SPEC)).toBe(before.spec);
    expect(copy.read(CURATION)).toBe(before.curation);
  });
});

describe("--keep", () => {
  test("writes an entry whose reason spec:lint asks for", () => {
    const { code, stderr } = upstream(MOOD, "--keep", "#/components/schemas/Ticket/properties/mood");
    expect(stderr).toContain("spec:upstream: kept ours at #/components/schemas/Ticket/properties/mood\n");
    expect(code).toBe(0);
    expect(copy.read(SPEC)).toBe(before.spec);

    const lint = copy.node("scripts/src/spec-lint.ts");
    expect(lint.stderr).toMatch(/^openapi\/curation\.yaml:\d+: a departure needs a reason/m);
    copy.write(CURATION, copy.read(CURATION).replace('reason: ""', "reason: Nobody asked for it."));
    expect(copy.node("scripts/src/spec-lint.ts")).toMatchObject({ code: 0, stderr: "" });
    expect(upstream(MOOD)).toMatchObject({ code: 0 });
  });

  test("goes with --adopt", () => {
    const edits = [...MOOD, set(`${SCHEMAS}/TicketCreate/properties/resolved/default`, true)];
    const args = [
      "--keep",
      `${TICKET}/properties/mood`,
      "--adopt",
      `${SCHEMAS}/TicketCreate/properties/resolved/default`,
    ];
    expect(upstream(edits, ...args)).toMatchObject({ code: 0 });
    expect(copy.read(SPEC)).not.toBe(before.spec);
    expect(copy.read(CURATION)).not.toBe(before.curation);
  });
});

const OPERATION = `\
  /site/{site_id}/ticket:
    parameters:
      - $ref: "#/components/parameters/SiteId"
    post:
      operationId: createSiteTicket
      summary: ""
      description: ""
      tags: [tickets]
      x-evidence: [document]
      x-retry: rejected-only
      requestBody:
        description: ""
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/SiteTicketCreate"
      responses:
        "201":
          description: ""
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Ticket"
        "400":
          $ref: "#/components/responses/BadRequest"
        "401":
          $ref: "#/components/responses/Unauthorized"
        "403":
          $ref: "#/components/responses/Forbidden"
        "404":
          $ref: "#/components/responses/NotFound"
        "422":
          $ref: "#/components/responses/UnprocessableContent"
        "429":
          $ref: "#/components/responses/TooManyRequests"
        5XX:
          $ref: "#/components/responses/ServerError"`;

const PARAMETER = `
    SiteId:
      name: site_id
      in: path
      description: ""
      required: true
      schema:
        type: string
        format: uuid4
      example: 5d3c1e0f-2b4a-4c6d-8e7f-9a0b1c2d3e4f
`;

const SCHEMA = `
    SiteTicketCreate:
      description: ""
      type: object
      x-evidence: [document]
      properties:
        since:
          description: ""
          type: [string, "null"]
          format: date-time
          examples: ["2026-02-03T09:15:27Z"]
        subject:
          description: ""
          type: string
      required:
        - subject
`;
