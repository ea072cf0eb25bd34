import { expect, test } from "vitest";
import { lintCuration } from "../../src/lint/curation-findings.ts";
import { SpecDocument } from "../../src/spec/spec-document.ts";
import { OURS } from "./reviewing.ts";

const SPEC = SpecDocument.parse(OURS.spec, "openapi/tickets.yaml");

/** What is said against curation.yaml after one text in it was replaced by another. */
function findings(from: string | RegExp, to: string): string[] {
  const text = OURS.curation.replace(from, to);
  expect(text).not.toBe(OURS.curation);
  return lintCuration(SpecDocument.parse(text, "openapi/curation.yaml"), SPEC).map(({ message }) => message);
}

test("our curation.yaml is complete", () => {
  expect(lintCuration(SpecDocument.parse(OURS.curation, "openapi/curation.yaml"), SPEC)).toEqual([]);
});

test.for<[what: string, from: string | RegExp, to: string, messages: string[]]>([
  ["a change that nobody knows", "change: left-out", "change: forgotten", ["nobody knows this change"]],
  ["no reason", /reason: The schema's name.*\n/, 'reason: ""\n', ["a departure needs a reason"]],
  ["no evidence", "evidence: [library, assumption]", "evidence: []", ["a departure needs evidence"]],
  ["evidence of no kind", "evidence: [library, assumption]", "evidence: [hearsay]", ["hearsay is no kind of evidence"]],
  [
    "a place that the spec does not have",
    "~1login/post",
    "~1logout/post",
    ["nothing stands at #/paths/~1auth~1jwt~1logout/post in openapi/tickets.yaml"],
  ],
  [
    "an addition with a place upstream",
    '    here: ["#/paths/~1auth',
    '    upstream: { "#/paths": 1 }\n    here: ["#/paths/~1auth',
    ["what was added has no place upstream"],
  ],
  [
    "a change without a place here",
    /here: \["#\/paths\/~1support~1ticket\/post\/requestBody\/required"\]/,
    "here: []",
    ["what was changed needs a pointer under here"],
  ],
  [
    "pointers upstream without what the service says there",
    /upstream:\n.*AbstractPage_TicketReply_\n.*\n/,
    'upstream: ["#/components"]\n',
    ["expected a mapping", "what was renamed needs a pointer under upstream"],
  ],
  ["no list of disagreements", /^disagreements:/m, "quarrels:", ["expected a list named disagreements"]],
  [
    "a disagreement about nothing",
    'here: ["#/components/parameters/TicketId"]',
    "here: []",
    ["a disagreement needs a pointer under here"],
  ],
])("%s is found", ([, from, to, messages]) => {
  expect(findings(from, to)).toEqual(messages);
});

test("a step into a list may be a name, or a parameter's", () => {
  const here = (pointer: string) => findings('"#/components/parameters/TicketId"', `"${pointer}"`);
  expect(here("#/components/schemas/Ticket/required/subject")).toEqual([]);
  expect(here("#/paths/~1team~1{team_id}~1ticket/get/parameters/page")).toEqual([]);
  expect(here("#/components/schemas/Ticket/required/category")).toHaveLength(1);
  expect(here("#/paths/~1team~1{team_id}~1ticket/get/parameters/sort")).toHaveLength(1);
});
