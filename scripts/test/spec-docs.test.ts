import { describe, expect, test } from "vitest";
import { annotatedDocument } from "../src/docs/annotated-document.ts";
import { readCurationNotes } from "../src/docs/curation-notes.ts";
import { SpecDocument } from "../src/spec/spec-document.ts";

const SPEC = `
openapi: 3.1.0
servers: [{ url: https://tickets.example.com/f/api/v1 }]
info: { title: Tickets, version: 1.0.0, description: About tickets. }
tags: [{ name: tickets, description: Requests. }]
paths:
  /ticket:
    get:
      { operationId: listTickets, summary: List all tickets, description: All of them., tags: [tickets],
        x-evidence: [document, guide], x-retry: safe, responses: {} }
    post:
      { operationId: createTicket, summary: Open a ticket, tags: [tickets], x-retry: rejected-only,
        requestBody: { required: true }, responses: {} }
  /ticket/{id}:
    parameters: [{ $ref: "#/components/parameters/Id" }]
    get: { operationId: getTicket, summary: Read one ticket, description: One., tags: [tickets], responses: {} }
components:
  parameters:
    Id: { name: id, in: path, description: The id. }
  schemas:
    Ticket:
      description: A request.
      x-evidence: [assumption]
      x-export: { table: tickets, key: id }
      properties:
        id: { description: The id., type: string }
        note: { description: A note., type: [string, "null"] }
    Reply:
      description: An answer.
      x-export: { table: replies, key: id, parent: { table: tickets, column: ticket_id } }
`;

const NOTE = { upstream: {}, here: [], change: "changed", reason: "Because.", evidence: ["page"] };

function annotated(departures: readonly object[] = [], disagreements: readonly object[] = []) {
  const filled = (notes: readonly object[]) => notes.map((note) => ({ ...NOTE, ...note }));
  const curation = { departures: filled(departures), disagreements: filled(disagreements) };
  const notes = readCurationNotes(SpecDocument.parse(JSON.stringify(curation), "curation.yaml"));
  const document = annotatedDocument(SpecDocument.parse(SPEC, "spec.yaml"), notes);
  const page = SpecDocument.parse(JSON.stringify(document), "page");
  return (place: string): string => String(page.object(place.split(" ")).description);
}

/** What the page's last section says. */
function section(departures: readonly object[], disagreements: readonly object[] = []): string {
  return annotated(departures, disagreements)("tags 2");
}

describe("the reference page says in words", () => {
  const at = annotated();

  test("who says so, at each operation and schema", () => {
    expect(at("paths /ticket get")).toContain(
      "*Evidence: the service's own OpenAPI document; the service's API guide.*",
    );
    expect(at("components schemas Ticket")).toContain("*Evidence: an assumption, since nobody says so.*");
  });

  test("when a request may be sent again", () => {
    expect(at("paths /ticket get")).toContain("May be sent again: whenever the outcome is unknown.");
    expect(at("paths /ticket post")).toContain(
      "May be sent again: only when the service did nothing for certain, since it said so (429, or 503 with Retry-After)",
    );
  });

  test("which table a schema becomes", () => {
    expect(at("components schemas Ticket")).toContain("In exports: the rows of the table `tickets`.");
    expect(at("components schemas Reply")).toContain("the table `replies`, each below its row of `tickets`.");
  });

  test("all of it after what the document says itself", () => {
    expect(at("paths /ticket get")).toBe(
      "All of them.\n\nMay be sent again: whenever the outcome is unknown.\n\n*Evidence: the service's own OpenAPI document; the service's API guide.*",
    );
    expect(at("components schemas Ticket properties id")).toBe("The id.");
  });
});

describe("a note's reason stands", () => {
  const TEXT = "**Departs from the service's own document:** Because.";

  test.each([
    ["at the operation whose part it speaks of", "#/paths/~1ticket/post/requestBody", "paths /ticket post"],
    ["at every operation of a path", "#/paths/~1ticket/*/operationId", "paths /ticket get"],
    ["at the operations that share a parameter", "#/paths/~1ticket~1{id}/parameters/0", "paths /ticket/{id} get"],
    ["at a shared parameter", "#/components/parameters/Id", "components parameters Id"],
    ["at a schema", "#/components/schemas/Ticket/description", "components schemas Ticket"],
    ["at a schema whose fields it speaks of", "#/components/schemas/Ticket/properties/*", "components schemas Ticket"],
    ["at a field", "#/components/schemas/Ticket/properties/note/type", "components schemas Ticket properties note"],
  ])("%s: %s", (_, pointer, place) => {
    const at = annotated([{ here: [pointer] }]);
    expect(at(place)).toContain(TEXT);
    expect(at("components schemas Reply")).not.toContain(TEXT);
  });

  test("at no other operation", () => {
    expect(annotated([{ here: ["#/paths/~1ticket/post/requestBody"] }])("paths /ticket get")).not.toContain("Because");
  });

  test("nowhere but in the list where it speaks of all", () => {
    const at = annotated([{ here: ["#/paths/*/*/summary", "#/components/schemas/*/description", "#/info"] }]);
    expect(at("paths /ticket get")).not.toContain("Because");
    expect(at("components schemas Ticket")).not.toContain("Because");
    expect(at("info")).not.toContain("Because");
    expect(at("tags 2")).toContain("Because.");
  });

  test("once, however many of its pointers lead to the same place", () => {
    const at = annotated([{ here: ["#/paths/~1ticket/get/summary", "#/paths/~1ticket/get/tags"] }]);
    expect(at("paths /ticket get").split("Because.")).toHaveLength(2);
  });

  test("where something would stand that was left out", () => {
    const upstream = { "#/paths/~1f~1api~1v1~1ticket/post/requestBody/content/application~1json/schema/default": "" };
    expect(annotated([{ upstream, change: "left-out" }])("paths /ticket post")).toContain(TEXT);
  });

  test("under other words where the document is followed against another source", () => {
    const at = annotated([], [{ here: ["#/components/parameters/Id"] }]);
    expect(at("components parameters Id")).toBe("The id.\n\n**The sources disagree:** Because.");
  });
});

describe("the list of notes", () => {
  test("names what each speaks of, with a link, its reason and who says so", () => {
    expect(
      section([{ here: ["#/paths/~1ticket/post/requestBody", "#/components/schemas/Ticket/properties/note"] }]),
    ).toContain(
      [
        "## Changed",
        "",
        "- **[Open a ticket](#/tickets/createticket), [`Ticket.note`](#/schemas/ticket)**\\",
        "  Because.\\",
        "  *Evidence: the published reference page.*",
      ].join("\n"),
    );
  });

  test.each([
    ["#/paths/*/*/tags", "Every operation"],
    ["#/components/schemas/*/description", "Every schema"],
    ["#/components/parameters/Id", "Parameter `Id`"],
    ["#/info/description", "The document's head"],
  ])("says %s in words", (pointer, words) => {
    expect(section([{ here: [pointer] }])).toContain(`- **${words}**`);
  });

  test("names what was left out, below the spec's own address where it has no place here", () => {
    const upstream = {
      "#/paths/~1f~1api~1v1~1team~1{team_id}~1ticket/get": 1,
      "#/paths/~1f~1api~1v1~1ticket/post/requestBody/content/application~1json/schema/default": "",
      "#/components/schemas/*/title": 2,
    };
    expect(section([{ upstream, change: "left-out" }])).toContain(
      "## Left out\n\n- **`GET /team/{team_id}/ticket`, [Open a ticket](#/tickets/createticket), every schema**",
    );
  });

  test("has a heading for each kind of note, and for no other", () => {
    const headings = (text: string) => text.match(/^## .*/gm);
    expect(headings(section([{ here: ["#/info"], change: "added" }]))).toEqual(["## Added"]);
    expect(headings(section([NOTE], [NOTE]))).toEqual(["## Changed", "## Where the sources disagree"]);
  });
});

describe("a note that the page cannot print is named with file and line", () => {
  const YAML = `departures:
  - change: changed
    here: ["#/info"]
    reason: Because.
disagreements: []
`;

  test.each([
    ["another change", "changed", "moved", "curation.yaml:2: #/departures/0: change must be one of added, changed,"],
    ["no reason", "reason", "why", "curation.yaml:2: #/departures/0: a reason is missing"],
    ["no pointer", "#/info", "info", "curation.yaml:2: #/departures/0: not a JSON pointer: info"],
    [
      "no mapping",
      "- change: changed\n    here",
      "- 5\n  - here",
      "curation.yaml:2: #/departures/0: expected a mapping",
    ],
    ["no list", "departures", "points", "curation.yaml:1: #/departures: expected a list named departures"],
    ["no second list", "disagreements: []", "", "curation.yaml:1: #/disagreements: expected a list"],
  ])("%s", (_, from, to, message) => {
    const curation = SpecDocument.parse(YAML.replace(from, to), "curation.yaml");
    expect(() => readCurationNotes(curation)).toThrow(message);
  });
});
