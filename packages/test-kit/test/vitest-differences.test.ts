import { describe, expect, test } from "vitest";
import { differences } from "../src/vitest/differences.ts";

const places = (expected: unknown, received: unknown) =>
  differences(expected, received, (a, b) => Object.is(a, b)).map(({ place }) => place);

describe("the differences from what is expected", () => {
  test.each([
    ["nothing when there are none", { a: 1, b: { c: ["x"] } }, { a: 1, b: { c: ["x"], d: 2 }, e: 3 }, []],
    [
      "each field that differs, by where it stands",
      { a: 1, b: { c: ["x", { d: 1 }] } },
      { a: 2, b: { c: ["x", { d: 2 }] } },
      ["a", "b.c[1].d"],
    ],
    ["a field that is missing", { a: null, b: { c: undefined } }, { b: {} }, ["a"]],
    ["an array that is longer or shorter, as a whole", { a: [1], b: [1, 2] }, { a: [1, 2], b: [1] }, ["a", "b"]],
    ["an object in place of a value, and the other way round", { a: {}, b: 1 }, { a: 1, b: {} }, ["a", "b"]],
    ["an array in place of an object, and the other way round", { a: {}, b: [] }, { a: [], b: {} }, ["a", "b"]],
    ["a value as a whole", 1, 2, [""]],
  ])("are %s", (_, expected, received, at) => {
    expect(places(expected, received)).toEqual(at);
  });

  test("leave to `expect.any` and its like what they are about", () => {
    const expected = { a: expect.any(String), b: { c: expect.anything() } };
    const matches = (a: unknown, b: unknown) => {
      try {
        expect(a).toEqual(b);
        return true;
      } catch {
        return false;
      }
    };
    expect(differences(expected, { a: "", b: { c: 0 } }, matches)).toEqual([]);
    expect(differences(expected, { a: 1, b: {} }, matches).map(({ place }) => place)).toEqual(["a", "b.c"]);
  });
});
