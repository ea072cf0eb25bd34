import { describe, expect, test } from "vitest";
import { ONE_TICKET, REPLIES, SCHEMAS, TEAM_TICKETS, TICKET, TICKETS } from "./upstream/places.ts";
import { keeping, OURS, reviewOf, told } from "./upstream/reviewing.ts";
import { append, drop, serviceDocument, set } from "./upstream/service-document.ts";

/** Our files with more entries in curation.yaml. */
function explaining(entries: string) {
  return { ...OURS, curation: OURS.curation.replace("\ndisagreements:", `\n${entries}\ndisagreements:`) };
}

/** The lines of curation.yaml from the first that is new to the last. */
function added(curation: string): string[] {
  const [before, after] = [OURS.curation.split("\n"), curation.split("\n")];
  while (before.length > 0 && before[0] === after[0]) {
    before.shift();
    after.shift();
  }
  while (before.length > 0 && before.at(-1) === after.at(-1)) {
    before.pop();
    after.pop();
  }
  expect(before).toEqual([]);
  return after.filter((line) => line !== "");
}

const MOOD = set(`${TICKET}/properties/mood`, { type: "string" });
const MOODY = set(`${TICKET}/properties/mood`, { type: "integer" });
const PATH_OF_MOOD = "#/components/schemas/Ticket/properties/mood";

describe("what is kept", () => {
  test("becomes an entry that pins what the service says, its reason left to write", () => {
    const { curation } = keeping(serviceDocument(MOOD), [PATH_OF_MOOD]);
    expect(added(curation)).toEqual([
      "  - change: left-out",
      "    upstream:",
      `      "${PATH_OF_MOOD}":`,
      "        type: string",
      '    reason: ""',
      "    evidence: [document]",
    ]);
  });

  test("is explained, until the service changes its mind", () => {
    const ours = keeping(serviceDocument(MOOD), [PATH_OF_MOOD]);
    expect(told(reviewOf(serviceDocument(MOOD), ours))).toEqual([]);

    const { drift, idle } = reviewOf(serviceDocument(MOODY), ours);
    expect(drift.map(({ pointer, outdated }) => [pointer, outdated])).toEqual([
      [PATH_OF_MOOD, [{ at: expect.stringMatching(/^openapi\/curation\.yaml:\d+$/), pin: { type: "string" } }]],
    ]);
    expect(idle).toEqual([]);
  });

  test("again is the same entry with what the service says now", () => {
    const ours = keeping(serviceDocument(MOOD), [PATH_OF_MOOD]);
    const again = keeping(serviceDocument(MOODY), [PATH_OF_MOOD], ours);
    expect(again.curation).toBe(ours.curation.replace("        type: string", "        type: integer"));
    expect(reviewOf(serviceDocument(MOODY), again).drift).toEqual([]);
  });

  test("is pinned by a fingerprint where it is long", () => {
    const long = (words: string) =>
      set(`${TICKET}/properties/site`, {
        type: "object",
        properties: { [words]: { type: "string", format: "uuid4" } },
      });
    const place = "#/components/schemas/Ticket/properties/site";
    const ours = keeping(serviceDocument(long("id")), [place]);
    expect(added(ours.curation)[2]).toMatch(/": sha256:[0-9a-f]{16}$/);
    expect(reviewOf(serviceDocument(long("id")), ours).drift).toEqual([]);
    expect(reviewOf(serviceDocument(long("key")), ours).drift).toHaveLength(1);
  });

  test("is a field together with its being required", () => {
    const ours = keeping(serviceDocument(MOOD), [PATH_OF_MOOD]);
    const required = serviceDocument(MOOD, append(`${TICKET}/required`, "mood"));
    expect(told(reviewOf(required, ours))).toEqual(["schema Ticket: mood: only upstream (string, required)"]);
  });

  test("names both sides where they differ", () => {
    const document = serviceDocument(set(`${SCHEMAS}/TicketCreate/properties/resolved/default`, true));
    const { curation } = keeping(document, ["#/components/schemas/TicketCreate/properties/resolved/default"]);
    expect(added(curation)).toEqual([
      "  - change: changed",
      "    upstream:",
      '      "#/components/schemas/TicketCreate/properties/resolved/default": true',
      '    here: ["#/components/schemas/TicketCreate/properties/resolved/default"]',
      '    reason: ""',
      "    evidence: [document]",
    ]);
  });

  test("names every place of the service's document that says so", () => {
    const document = serviceDocument(
      set(`${REPLIES}/get/parameters/1/schema/default`, 0),
      set(`${TEAM_TICKETS}/get/parameters/1/schema/default`, 0),
    );
    const ours = keeping(document, ["#/components/parameters/Page/schema/default"]);
    expect(added(ours.curation)).toContain(`      "${REPLIES}/get/parameters/1/schema/default": 0`);
    expect(added(ours.curation)).toContain(`      "${TEAM_TICKETS}/get/parameters/1/schema/default": 0`);

    const half = serviceDocument(set(`${REPLIES}/get/parameters/1/schema/default`, 0));
    expect(told(reviewOf(half, ours))).toEqual([
      expect.stringContaining("Entries of openapi/curation.yaml that explain nothing"),
    ]);
  });

  test("stands with the names of its kind", () => {
    const document = serviceDocument(set(`${TICKETS}/get/operationId`, "get_support_tickets"));
    const { curation } = keeping(document, ["#/paths/~1support~1ticket/get/operationId"]);
    expect(curation).toBe(
      OURS.curation.replace(/get\/operationId": get_tickets/, 'get/operationId": get_support_tickets'),
    );
  });
});

describe("an entry", () => {
  const entry = (change: string, upstream: string, here: string) =>
    `  - change: ${change}\n${upstream}${here}    reason: Made up.\n    evidence: [document]\n`;
  const upstream = (pointer: string, pin: string) => `    upstream:\n      "${pointer}": ${pin}\n`;
  const here = (pointer: string) => `    here: ["${pointer}"]\n`;

  test("above a difference explains all that stands below, as long as all of it is what it was", () => {
    const edits = [
      set(`${SCHEMAS}/TicketUpdate/properties/a`, { type: "string" }),
      set(`${SCHEMAS}/TicketUpdate/properties/b`, { type: "string" }),
    ];
    const missing = explaining(entry("left-out", upstream(`${SCHEMAS}/TicketUpdate`, "nothing"), ""));
    const { drift } = reviewOf(serviceDocument(...edits), missing);
    expect(drift.map(({ outdated }) => outdated)).toEqual([[expect.anything()], [expect.anything()]]);

    const pinned = keeping(serviceDocument(...edits), ["#/components/schemas/TicketUpdate/properties/a"], missing);
    expect(added(pinned.curation)).toHaveLength(5);
    expect(reviewOf(serviceDocument(...edits), pinned).drift).toEqual([]);

    const changed = serviceDocument(...edits, set(`${SCHEMAS}/TicketUpdate/properties/b/type`, "boolean"));
    expect(reviewOf(changed, pinned).drift).toHaveLength(2);
  });

  test("that explains nothing is named, with its line", () => {
    const idle = explaining(entry("added", "", here("#/components/schemas/Ticket/properties/subject")));
    const found = reviewOf(serviceDocument(), idle);
    expect(found.drift).toEqual([]);
    expect(found.idle).toEqual([{ at: lineOf(idle.curation, "change: added", "last"), pointer: undefined }]);
  });

  test("of which one pointer explains nothing is named with the pointer", () => {
    const gone = serviceDocument(drop(`${TICKETS}/post/requestBody/content/application~1json/schema/default`));
    expect(reviewOf(gone).idle).toEqual([{ at: lineOf(OURS.curation, "change: left-out"), pointer: undefined }]);

    const unknown = {
      ...OURS,
      curation: OURS.curation.replace(
        '      - "#/paths/*/*/responses/400"\n',
        '$&      - "#/paths/*/*/responses/418"\n',
      ),
    };
    expect(reviewOf(serviceDocument(), unknown).idle).toEqual([
      { at: lineOf(unknown.curation, "responses/418"), pointer: "#/paths/*/*/responses/418" },
    ]);
  });

  test("that stands for something added does not explain what the service then says otherwise", () => {
    const document = serviceDocument(
      set(`${ONE_TICKET}/get/responses/404`, {
        description: "Made up",
        content: { "application/json": { schema: { type: "object", properties: { error: { type: "string" } } } } },
      }),
    );
    expect(told(reviewOf(document))).toEqual([
      "schema HTTPError: detail: only here (string, required)",
      "schema HTTPError: error: only upstream (string)",
    ]);
  });

  test("keeps what others use from being edited for one", () => {
    const document = serviceDocument(
      set(`${ONE_TICKET}/get/responses/404`, {
        description: "Made up",
        content: { "application/json": { schema: { type: "object", properties: { detail: { type: "string" } } } } },
      }),
    );
    const [drift] = reviewOf(document).drift;
    expect(drift).toMatchObject({
      within: "detail required",
      proposal: { byHand: expect.stringContaining("listTickets 400") },
    });
  });

  test("explains what it says was done, and nothing else", () => {
    const document = serviceDocument(drop(`${TICKET}/properties/resolved_at`));
    const wrong = explaining(
      entry(
        "changed",
        upstream(`${TICKET}/properties/resolved_at`, "null"),
        here("#/components/schemas/Ticket/properties/resolved_at"),
      ),
    );
    expect(told(reviewOf(document, wrong)).slice(0, 1)).toEqual([
      "schema Ticket: resolved_at: only here (date-time or null)",
    ]);
  });

  test.for([
    ["no list", OURS.curation.replace("departures:\n", "entries:\n"), /expected a list named departures/],
    [
      "a change that nobody knows",
      OURS.curation.replace("change: added", "change: forgotten"),
      /expected one of added, changed, left-out, renamed/,
    ],
    [
      "pointers without what the service says",
      OURS.curation.replace(/upstream:\n.*get_tickets\n/, 'upstream: ["#/paths"]\n'),
      /curation\.yaml/,
    ],
    ["no pointer", OURS.curation.replace('"#/paths/*/*/operationId"', "operationId"), /expected a JSON pointer/],
  ] as const)("that cannot be read is told with its line: %s", ([, curation, message]) => {
    expect(() => reviewOf(serviceDocument(), { ...OURS, curation })).toThrow(message);
    expect(() => reviewOf(serviceDocument(), { ...OURS, curation })).toThrow(/^openapi\/curation\.yaml:\d+: /);
  });
});

function lineOf(text: string, part: string, which: "first" | "last" = "first"): string {
  const lines = text.split("\n");
  const isIt = (line: string) => line.includes(part);
  return `openapi/curation.yaml:${(which === "first" ? lines.findIndex(isIt) : lines.findLastIndex(isIt)) + 1}`;
}
