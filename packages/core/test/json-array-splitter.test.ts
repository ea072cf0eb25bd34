import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonArrayError, JsonArraySplitter } from "../src/index.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Splits a text that arrives in the given pieces. */
function split(pieces: readonly Uint8Array[]): string[] {
  const splitter = new JsonArraySplitter();
  const elements = pieces.flatMap((piece) => splitter.push(piece));
  splitter.finish();
  return elements.map((element) => decoder.decode(element));
}

function splitText(text: string): string[] {
  return split([encoder.encode(text)]);
}

function bytewise(text: string): Uint8Array[] {
  return [...encoder.encode(text)].map((byte) => Uint8Array.of(byte));
}

function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [...sorted, bytes.length].map((end, i) => bytes.subarray(sorted[i - 1] ?? 0, end));
}

describe("what it hands out", () => {
  test.each([
    ["an empty array", "[]", []],
    ["an empty array with space in it", " [ \n ] ", []],
    ["objects", '[{"a":1},{"b":[2]}]', ['{"a":1}', '{"b":[2]}']],
    ["elements without the space around them", '[ {"a": 1} ,\r\n\t[ ] ]', ['{"a": 1}', "[ ]"]],
    ["numbers, words and strings", '[1,-2.5e+3,true,null,"x"]', ["1", "-2.5e+3", "true", "null", '"x"']],
    ["brackets and commas within strings", '["],[",{"}":"{"}]', ['"],["', '{"}":"{"}']],
    [
      "escaped quotes and backslashes",
      String.raw`["\"","\\",{"a":"\\\""}]`,
      [String.raw`"\""`, String.raw`"\\"`, String.raw`{"a":"\\\""}`],
    ],
    ["what follows a byte order mark", "\ufeff[1]", ["1"]],
    ["nothing but the array when space follows", "[1]\n\n ", ["1"]],
  ])("%s, however it is cut", (_, text, elements) => {
    expect(splitText(text)).toEqual(elements);
    expect(split(bytewise(text))).toEqual(elements);
  });

  test("each element as soon as its last byte is there", () => {
    const splitter = new JsonArraySplitter();
    expect(splitter.push(encoder.encode('[{"a":1'))).toHaveLength(0);
    expect(splitter.push(encoder.encode("}"))).toHaveLength(1);
    expect(splitter.push(encoder.encode(',{"b":2},{'))).toHaveLength(1);
  });

  test("views on the chunk for the elements that lie within it", () => {
    const chunk = encoder.encode("[[1],[2]]");
    expect(new JsonArraySplitter().push(chunk).every((element) => element.buffer === chunk.buffer)).toBe(true);
  });

  test("for any array and any cuts, what JSON.parse finds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 4, stringUnit: "binary" })),
        fc.constantFrom(undefined, 1, "\t"),
        fc.array(fc.nat(), { maxLength: 12 }),
        (values, indent, places) => {
          const text = JSON.stringify(values, null, indent);
          const elements = split(cutAt(encoder.encode(text), places));
          expect(elements.map((element) => JSON.parse(element))).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("for any array that breaks off, an error", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), (values, place) => {
        const bytes = encoder.encode(JSON.stringify(values));
        expect(() => split([bytes.subarray(0, place % bytes.length)])).toThrow(
          expect.objectContaining({ truncated: true }),
        );
      }),
    );
  });
});

describe("what it refuses, and where it says the mistake is", () => {
  test.each([
    ["nothing", "", 0, true],
    ["nothing but space", " \n", 2, true],
    ["half a byte order mark", "\ufeff", 3, true],
    ["an array without its end", "[1,2", 4, true],
    ["an element without its end", '[{"a":[1', 8, true],
    ["a string without its end", '["abc\\"', 7, true],
    ["a comma at the end of the bytes", "[1,", 3, true],
    ["a lone object", '{"detail":"x"}', 0, false],
    ["a lone word", "null", 0, false],
    ["HTML", "\n<!doctype html>", 1, false],
    ["a second array", "[1] [2]", 4, false],
    ["something after the end", "[]x", 2, false],
    ["a missing comma", '[{"a":1} {"b":2}]', 9, false],
    ["a missing comma between words", "[1 2]", 3, false],
    ["a comma before the end", "[1,]", 3, false],
    ["a comma before the first element", "[,1]", 1, false],
    ["two commas", "[1,,2]", 3, false],
    ["a bracket of the other kind", '[{"a":[1}]', 8, false],
    ["a stray bracket", "[}]", 1, false],
    ["an element that is none", "[<b>]", 1, false],
    ["a byte order mark within the array", "[\ufeff1]", 1, false],
  ])("%s", (_, text, offset, truncated) => {
    for (const pieces of [[encoder.encode(text)], bytewise(text)]) {
      expect(() => split(pieces)).toThrow(JsonArrayError);
      expect(() => split(pieces)).toThrow(expect.objectContaining({ offset, truncated }));
    }
  });

  test("a byte order mark that is not whole", () => {
    expect(() => split([Uint8Array.of(0xef, 0x5b, 0x5d)])).toThrow(expect.objectContaining({ offset: 1 }));
  });

  test("in words that name the byte and what was expected", () => {
    expect(() => splitText('[{"a":1} {"b":2}]')).toThrow('Expected "," or "]" but found "{" at byte 9');
    expect(() => splitText("[{")).toThrow("The JSON array is cut off at byte 2");
  });
});
