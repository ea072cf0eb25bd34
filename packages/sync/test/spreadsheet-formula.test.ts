import { expect, test } from "vitest";
import { armFormula, defuseFormula } from "../src/csv/spreadsheet-formula.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30 1234", "'+49 30 1234"],
  ["-5", "'-5"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["'=1+1", "''=1+1"],
  ["''=1+1", "'''=1+1"],
])("%j is written as %j", (text, cell) => {
  expect(defuseFormula(text)).toBe(cell);
});

test.each(["", "hello", "'tis", "a=b", "'", "''", " =1", "1-2"])("%j is left alone", (text) => {
  expect(defuseFormula(text)).toBe(text);
});

test("every text of up to four of the characters that matter comes back", () => {
  const alphabet = ["'", "=", "-", "\t", "x"];
  let texts = [""];
  for (let length = 0; length <= 4; length += 1) {
    for (const text of texts) expect(armFormula(defuseFormula(text))).toBe(text);
    texts = texts.flatMap((text) => alphabet.map((character) => text + character));
  }
});
