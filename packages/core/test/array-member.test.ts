import fc from "fast-check";
import { expect, test } from "vitest";
import { elementsOfMember } from "../src/answers/array-member.ts";
import { JsonArrayError } from "../src/index.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function cut(json: string, name: string): string[] {
  return elementsOfMember(encoder.encode(json), name).map((bytes) => decoder.decode(bytes));
}

test.each([
  ["first", '{"a":[1,2],"b":3}', ["1", "2"]],
  ["last", '{"b":3,"a":[{"a":[7]}]}', ['{"a":[7]}']],
  ["empty", '{"a":[]}', []],
  ["behind an array and an object that hold the name too", '{"x":[{"a":[1]}],"y":{"a":[2]},"a":[3]}', ["3"]],
  ["behind a text that looks like it", String.raw`{"x":"\"a\":[1]","y":"a","a":[2]}`, ["2"]],
  ["behind escaped backslashes", String.raw`{"x":"\\","a":[2]}`, ["2"]],
  ["by an escaped name", String.raw`{"\u0061":[1]}`, ["1"]],
  ["given twice", '{"a":[1],"a":[2]}', ["2"]],
  ["with space around everything", ' \n{ "a" : [ 1 , "x" ] , "b" : 2 } \n', ["1", '"x"']],
])("an array that is %s is cut out", (_, json, expected) => {
  expect(cut(json, "a")).toEqual(expected);
});

test.each([
  ["no such member", '{"b":[1]}'],
  ["an empty object", "{}"],
  ["no array", '{"a":{"a":[1]}}'],
])("%s is an error", (_, json) => {
  expect(() => cut(json, "a")).toThrow(JsonArrayError);
});

test("whatever the object holds, the elements are those that JSON.parse finds", () => {
  const object = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), fc.nat(3));
  fc.assert(
    fc.property(object, ([others, array, indent]) => {
      const json = JSON.stringify({ ...others, results: array, more: others }, null, indent);
      expect(cut(json, "results").map((text) => JSON.parse(text))).toEqual(JSON.parse(json).results);
    }),
  );
});
