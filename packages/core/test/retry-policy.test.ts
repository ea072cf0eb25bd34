import { describe, expect, test } from "vitest";
import { foundAlreadyDone, hadNoEffect, mayRepeat, type Outcome } from "../src/transport/retry-policy.ts";

const answered = (status: number, retryAfterMs?: number): Outcome => ({ kind: "answered", status, retryAfterMs });

describe("a request may be sent again", () => {
  test.each<[string, Outcome, { safe: boolean; rejectedOnly: boolean }]>([
    ["200", answered(200), { safe: false, rejectedOnly: false }],
    ["400", answered(400), { safe: false, rejectedOnly: false }],
    ["401", answered(401), { safe: false, rejectedOnly: false }],
    ["403", answered(403), { safe: false, rejectedOnly: false }],
    ["404", answered(404), { safe: false, rejectedOnly: false }],
    ["408", answered(408), { safe: true, rejectedOnly: false }],
    ["422", answered(422), { safe: false, rejectedOnly: false }],
    ["429", answered(429), { safe: true, rejectedOnly: true }],
    ["500", answered(500), { safe: true, rejectedOnly: false }],
    ["500 that says when to come back", answered(500, 1), { safe: true, rejectedOnly: false }],
    ["501", answered(501), { safe: false, rejectedOnly: false }],
    ["502", answered(502), { safe: true, rejectedOnly: false }],
    ["503", answered(503), { safe: true, rejectedOnly: false }],
    ["503 that says when to come back", answered(503, 0), { safe: true, rejectedOnly: true }],
    ["504", answered(504), { safe: true, rejectedOnly: false }],
    ["a connection that broke", { kind: "lost" }, { safe: true, rejectedOnly: false }],
    ["a connection that was never made", { kind: "never-connected" }, { safe: true, rejectedOnly: true }],
  ])("after %s: %o", (_, outcome, expected) => {
    expect({ safe: mayRepeat("safe", outcome), rejectedOnly: mayRepeat("rejected-only", outcome) }).toEqual(expected);
  });

  test("where a creation may be repeated, nothing was carried out", () => {
    const outcomes = [429, 500, 503].flatMap((status) => [answered(status), answered(status, 1_000)]);
    for (const outcome of outcomes) expect(mayRepeat("rejected-only", outcome)).toBe(hadNoEffect(outcome));
  });
});

test.each([
  ["DELETE", 404, true, true],
  ["DELETE", 404, false, false],
  ["DELETE", 403, true, false],
  ["GET", 404, true, false],
])(
  "a %s that finds %i, when an earlier one may have taken effect (%s), is done: %s",
  (method, status, before, done) => {
    expect(foundAlreadyDone(method, status, before)).toBe(done);
  },
);
