import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EVIDENCE } from "../src/lint/evidence.ts";
import { mergedFindings } from "../src/lint/merged-findings.ts";
import { fixFor } from "../src/lint/redocly-fixes.ts";
import { type Edit, EditedSpec } from "./support/edited-spec.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";

const SPEC = "openapi/tickets.yaml";
const CURATION = "openapi/curation.yaml";

function lint(copy: RepositoryCopy) {
  const { code, stdout, stderr } = copy.node("scripts/src/spec-lint.ts");
  const said = stderr.split("\n").slice(0, -2);
  const findings = said.flatMap((line, i) => {
    const [, file = "", number, message = "", rule = ""] = /^(\S+?):(\d+): (.+) \(([\w.-]+)\)$/.exec(line) ?? [];
    const [, fix = ""] = /^ {2}Fix: (.+)$/.exec(said[i + 1] ?? "") ?? [];
    return i % 2 === 0 ? [{ file, line: Number(number), message, rule, fix }] : [];
  });
  return { code, stdout, findings, last: stderr.split("\n").at(-2) };
}

/** One edit for each rule of Redocly's that it sets off, and a word of what it says to do. */
const REDOCLY: readonly (readonly [rule: string, edit: Edit, fix: RegExp])[] = [
  ["info-contact", ["  contact:\n    name: SiteBay\n    url: https://my.sitebay.org\n", ""], /info\.contact/],
  ["info-license-strict", ["    identifier: MIT\n", ""], /identifier or url/],
  [
    "no-server-trailing-slash",
    ["url: https://my.sitebay.org/f/api/v1", "url: https://my.sitebay.org/f/api/v1/"],
    /slash/,
  ],
  ["tag-description", ["    description: Obtaining a token.\n", ""], /in common/],
  ["tags-alphabetical", ["  - name: replies", "  - name: zebras"], /alphabetical order/],
  ["operation-tag-defined", ["operationId: listTicketReplies\n", "tags: [replies]", "tags: [lions]"], /list of tags/],
  ["operation-singular-tag", ["operationId: listTickets\n", "tags: [tickets]", "tags: [tickets, auth]"], /one tag/],
  ["operation-summary", ["      summary: Log in\n", ""], /add a summary/],
  [
    "operation-description",
    ["      description: Returns one ticket with its replies.\n", ""],
    /what the operation does/,
  ],
  ["operation-2xx-response", ["operationId: deleteTicket\n", '        "200":', '        "300":'], /success/],
  ["paths-kebab-case", ["  /support/ticket:", "  /support/Ticket:"], /hyphens/],
  ["parameter-description", ["      description: How many items a page holds.\n", ""], /what the parameter does/],
  ["no-schema-type-mismatch", ["    HTTPError:\n", "      type: object", "      type: string"], /fit the type/],
  ["scalar-property-missing-example", ["    AccessToken:\n", "          examples: [bearer]\n", ""], /add examples/],
  [
    "response-contains-header",
    [
      "    Unauthorized:\n",
      '      headers:\n        WWW-Authenticate:\n          $ref: "#/components/headers/WWWAuthenticate"\n',
      "",
    ],
    /add the header/,
  ],
  [
    "no-unused-components",
    [
      "    RetryAfter:\n",
      "    RetryBefore:\n      description: Unused.\n      schema:\n        type: string\n    RetryAfter:\n",
    ],
    /remove it/,
  ],
  [
    "no-duplicated-enum-values",
    [
      "    ValidationError:\n",
      "          examples: [missing]",
      "          enum: [missing, missing]\n          examples: [missing]",
    ],
    /once/,
  ],
  [
    "no-enum-type-mismatch",
    [
      "    ValidationError:\n",
      "          examples: [Field required]",
      "          enum: [5]\n          examples: [Field required]",
    ],
    /schema's type/,
  ],
  ["struct", ["    Page:\n", "      in: query", "      in: query\n      colour: red"], /OpenAPI 3\.1/],
  [
    "no-invalid-media-type-examples",
    ["    OpenTicket:\n", "messages_remaining: 20", "messages_remaining: twenty"],
    /allows/,
  ],
  ["no-invalid-parameter-examples", ["    Size:\n", "      example: 100", "      example: many"], /allows/],
  ["no-invalid-schema-examples", ["    UserLimited:\n", "examples: [Grace]", "examples: [7]"], /allows/],
];

describe("spec:lint", () => {
  test("has nothing to say against the ticket spec", () => {
    expect(new RepositoryCopy().node("scripts/src/spec-lint.ts")).toEqual({
      code: 0,
      stdout: `spec:lint: nothing to say against ${SPEC} and ${CURATION}\n`,
      stderr: "",
    });
  });

  test("names file, line and fix of each finding, Redocly's and its own, in the order of the file", () => {
    const copy = new RepositoryCopy();
    const own: Edit = ["operationId: getTicket\n", "x-retry: safe", "x-retry: often"];
    const spec = new EditedSpec(...REDOCLY.map(([, edit]) => edit), own);
    copy.write(SPEC, spec.text);
    copy.edit(CURATION, "    evidence: [library, assumption]\n", "    evidence: [hearsay]\n");
    const { code, stdout, findings, last } = lint(copy);
    expect({ code, stdout, last }).toEqual({ code: 1, stdout: "", last: `spec:lint: ${findings.length} findings` });
    for (const [rule, , fix] of REDOCLY) {
      const finding = { file: SPEC, line: expect.any(Number), message: expect.any(String) };
      expect(findings).toContainEqual({ ...finding, rule, fix: expect.stringMatching(fix) });
    }
    expect(findings).toContainEqual({
      file: SPEC,
      line: spec.lineOf("      x-retry: often"),
      rule: "retry",
      message: "often is no retry class",
      fix: expect.stringContaining("rejected-only"),
    });
    expect(findings).toContainEqual({
      file: CURATION,
      line: expect.any(Number),
      rule: "curation",
      message: "hearsay is no kind of evidence",
      fix: expect.stringContaining("page, document"),
    });
    for (const finding of findings) expect(finding).not.toMatchObject({ fix: "" });
    const places = findings.map(({ file, line }) => (file === SPEC ? line : line + 1e6));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(findings.map((finding) => JSON.stringify(finding))).size).toBe(findings.length);
  });

  test.each([
    [
      "what is no YAML",
      (copy: RepositoryCopy) => copy.edit(SPEC, "tags: [auth]", "tags: [auth"),
      /must .* end with a \]/,
    ],
    ["nothing", (copy: RepositoryCopy) => copy.write(SPEC, ""), /empty/],
    ["no file", (copy: RepositoryCopy) => rmSync(path.join(copy.root, SPEC)), /no such file/],
  ])("of %s says only that", (_, breakSpec, message) => {
    const copy = new RepositoryCopy();
    breakSpec(copy);
    const { code, findings } = lint(copy);
    expect(code).toBe(1);
    expect(findings).toEqual([
      {
        file: SPEC,
        line: expect.any(Number),
        rule: "syntax",
        message: expect.stringMatching(message),
        fix: expect.any(String),
      },
    ]);
  });

  test("says of a document in another language what it is", () => {
    const copy = new RepositoryCopy();
    copy.write(SPEC, "swagger: '4.0'\n");
    const { code, findings } = lint(copy);
    expect(code).toBe(1);
    expect(findings).toContainEqual(expect.objectContaining({ file: SPEC, line: 1, rule: "generate" }));
  });

  test.each([[["--strict"]], [["openapi/tickets.yaml"]]])("%j is wrong usage", (args) => {
    const { code, stdout, stderr } = new RepositoryCopy().node("scripts/src/spec-lint.ts", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^spec:lint: .+\n$/);
  });
});

test("every rule that openapi/redocly.yaml switches on has a fix of its own", () => {
  const { rules } = parse(new RepositoryCopy().read("openapi/redocly.yaml")) as { rules: object };
  for (const rule of Object.keys(rules)) expect(fixFor(rule), rule).not.toMatch(/^see /);
  expect(fixFor("a-rule-to-come")).toMatch(/^see https:.*a-rule-to-come$/);
});

test("the words of x-evidence are those that the head of the spec lists", () => {
  const { text } = new EditedSpec();
  const head = text.slice(text.indexOf("x-evidence"), text.indexOf("x-retry"));
  expect([...head.matchAll(/^#\s{16}(\w+)\s{2}/gm)].map(([, word]) => word)).toEqual(EVIDENCE);
});

test("what two rules say of one place is said once", () => {
  const finding = (rule: string, line: number, message = "wrong") => ({
    file: "spec",
    line,
    rule,
    message,
    fix: "mend it",
  });
  const found = [
    finding("generate", 9),
    finding("examples", 5),
    finding("examples", 7),
    finding("no-invalid-schema-examples", 5),
    finding("no-invalid-schema-examples", 5),
    finding("struct", 9),
    finding("generate", 2),
    finding("operation-4xx-response", 3),
    finding("statuses", 3),
  ];
  expect(mergedFindings(found).map(({ rule, line }) => `${line} ${rule}`)).toEqual([
    "2 generate",
    "3 statuses",
    "5 no-invalid-schema-examples",
    "7 examples",
    "9 struct",
  ]);
});
