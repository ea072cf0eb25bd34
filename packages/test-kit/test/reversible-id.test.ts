import { validators } from "@sitebay-tickets/contract/validators";
import { expect, test } from "vitest";
import { reversibleIds } from "../src/fixtures/reversible-id.ts";
import { ticket } from "../src/fixtures.ts";

const numbers = [0, 1, 2, 24, 999_999, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 1024 * 999_999 + 1023, 2 ** 53 - 1];

test.each(numbers)("finds the number %d behind its id", (number) => {
  const ids = reversibleIds(1, "ticket");
  const id = ids.idOf(number);
  expect(ids.numberOf(id)).toBe(number);
  expect(ids.numberOf(id.toUpperCase())).toBe(number);
  expect(validators.Ticket({ ...ticket(), id })).toBe(true);
});

test("finds no number behind an id of another seed or kind", () => {
  const id = reversibleIds(1, "ticket").idOf(7);
  expect(reversibleIds(2, "ticket").numberOf(id)).toBeUndefined();
  expect(reversibleIds(1, "reply").numberOf(id)).toBeUndefined();
});

test("finds no number behind an id in which one digit was changed", () => {
  const ids = reversibleIds(1, "ticket");
  const id = ids.idOf(7);
  for (const [i, digit] of [...id].entries()) {
    if (digit === "-") continue;
    const other = digit === "0" ? "1" : "0";
    expect(ids.numberOf(id.slice(0, i) + other + id.slice(i + 1))).toBeUndefined();
  }
  expect(ids.numberOf("no id at all")).toBeUndefined();
});

test("gives no two numbers the same id", () => {
  const ids = reversibleIds(1, "ticket");
  expect(new Set(Array.from({ length: 10_000 }, (_, i) => ids.idOf(i))).size).toBe(10_000);
});
