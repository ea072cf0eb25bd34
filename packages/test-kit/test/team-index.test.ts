import { describe, expect, test } from "vitest";
import { TeamIndex } from "../src/world/team-index.ts";

/** Who belongs to the team, in lists whose ends lie before, on and behind the end of a block. */
const memberships: [string, number, (position: number) => boolean][] = [
  ["an empty list", 0, () => true],
  ["a list without any", 10_000, () => false],
  ["a list of nothing else", 8_192, () => true],
  ["every seventh of a list that ends with a block", 8_192, (position) => position % 7 === 3],
  ["every seventh of one that ends behind it", 8_193, (position) => position % 7 === 3],
  ["a few, with blocks between that hold none", 30_000, (position) => [5, 4_095, 20_480, 29_999].includes(position)],
];

describe.each(memberships)("of %s", (_, length, includes) => {
  const expected = Array.from({ length }, (_, position) => position).filter(includes);
  const skips = [0, 1, 3, 4, 585, 586, 4_095, 4_096, expected.length, expected.length + 1, 1e22];

  test("the positions are found in order, from any one on", () => {
    const index = new TeamIndex(length, includes);
    expect(index.count).toBe(expected.length);
    for (const skip of skips) expect([...index.positions(skip)]).toEqual(expected.slice(skip));
  });

  test("those that were removed are found no more", () => {
    const removed = new Set<number>();
    const index = new TeamIndex(length, (position) => includes(position) && !removed.has(position));
    for (const position of expected.filter((_, i) => i % 3 === 0)) {
      removed.add(position);
      index.remove(position);
    }
    const left = expected.filter((position) => !removed.has(position));
    expect(index.count).toBe(left.length);
    for (const skip of skips) expect([...index.positions(skip)]).toEqual(left.slice(skip));
  });
});

test("a page is found without looking through what stands before its block", () => {
  let looked = 0;
  const index = new TeamIndex(1_000_000, (position) => {
    looked += 1;
    return position % 10 === 0;
  });
  expect(looked).toBe(1_000_000);
  looked = 0;
  expect(index.positions(90_000).next().value).toBe(900_000);
  expect(looked).toBeLessThan(5_000);
});
