import { expect, test } from "vitest";
import { ExactNumber, parseExact } from "../src/tickets/exact-number.ts";

test("a number that JSON.parse would round keeps its digits", () => {
  const text = '{"a":9007199254740993,"b":[-12345678901234567890],"c":7}';
  expect(parseExact(text, JSON.parse(text))).toEqual({
    a: new ExactNumber("9007199254740993"),
    b: [new ExactNumber("-12345678901234567890")],
    c: 7,
  });
});

test("digits in a text are no number", () => {
  const text = '{"card":"4000123412341234","n":1}';
  expect(parseExact(text, JSON.parse(text))).toEqual({ card: "4000123412341234", n: 1 });
});

test("where no number is long, the value that was parsed already comes back", () => {
  const parsed = { n: 1 };
  expect(parseExact('{"n":1}', parsed)).toBe(parsed);
});
