import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Page, PageReading, type PageStep } from "../src/resources/page-reading.ts";

type Row = Pick<Page<{ id: string }>, "count" | "offset" | "next"> & { ids: string };

/** A page that holds an item for each letter. */
function page({ ids, ...rest }: Row): Page<{ id: string }> {
  return { ...rest, results: [...ids].map((id) => ({ id })) };
}

/** What a reading says to pages that come one after the other: the fresh items, and what is to be done. */
function follow(rows: readonly Row[]): string[] {
  const reading = new PageReading();
  return rows.map((row) => {
    const { fresh, step } = reading.take(page(row));
    const what = step.kind === "ask" ? `ask ${step.page}` : step.kind;
    return `${fresh.map(({ id }) => id).join("")} ${what}${step.kind === "give-up" ? `: ${step.why}` : ""}`;
  });
}

/** The pages of a list as it is now, two items each. */
const pagesOf = (list: string): Row[] =>
  Array.from({ length: Math.max(1, Math.ceil(list.length / 2)) }, (_, i) => ({
    ids: list.slice(2 * i, 2 * i + 2),
    count: list.length,
    offset: 2 * i,
    next: 2 * i + 2 < list.length ? "/next" : null,
  }));

describe("a list at rest", () => {
  test.each([
    ["", [" done"]],
    ["a", ["a done"]],
    ["ab", ["ab done"]],
    ["abcde", ["ab ask 2", "cd ask 3", "e done"]],
  ])("%j is read once", (list, expected) => {
    expect(follow(pagesOf(list))).toEqual(expected);
  });

  test("is read to its end when only the count says that there is more, or only the address of the next page", () => {
    const only = (key: "count" | "next", value: number | null) =>
      pagesOf("abcd").map((row, i, rows) => ({ ...row, [key]: i < rows.length - 1 || key === "next" ? value : 4 }));
    expect(follow(only("next", null))).toEqual(["ab ask 2", "cd done"]);
    expect(follow(only("count", 2))).toEqual(["ab ask 2", "cd done"]);
  });

  test("may name a next page that turns out to be empty", () => {
    const first = { ids: "ab", count: 2, offset: 0, next: "/next" };
    expect(follow([first, { ids: "", count: 2, offset: 2, next: null }])).toEqual(["ab ask 2", " done"]);
  });

  test("may come in smaller pages than were asked for", () => {
    expect(
      follow([
        { ids: "a", count: 3, offset: 0 },
        { ids: "b", count: 3, offset: 1 },
        { ids: "c", count: 3, offset: 2 },
      ]),
    ).toEqual(["a ask 2", "b ask 3", "c done"]);
  });
});

describe("a list that changes while it is read", () => {
  test("hands out an item once that was pushed onto the next page, and then fetches what pushed it", () => {
    const [first] = pagesOf("abcd") as [Row];
    const [again, second, third] = pagesOf("Nabcd") as [Row, Row, Row];
    expect(follow([first, second, third, again])).toEqual(["ab ask 2", "c ask 3", "d ask 1", "N done"]);
  });

  test("needs no second reading when something was added behind the reader", () => {
    const [first] = pagesOf("abcd") as [Row];
    const [, second, third] = pagesOf("abcdN") as [Row, Row, Row];
    expect(follow([first, second, third])).toEqual(["ab ask 2", "cd ask 3", "N done"]);
  });

  test("is read again as a whole when something was deleted: an item has moved onto a page that was read", () => {
    const [first] = pagesOf("abcdef") as [Row];
    const [again, second, third] = pagesOf("bcdef") as [Row, Row, Row];
    expect(follow([first, second, third, again, second, third])).toEqual([
      "ab ask 2",
      "de ask 3",
      "f ask 1",
      "c ask 2",
      " ask 3",
      " done",
    ]);
  });

  test("may lose its last page between two requests", () => {
    const [first] = pagesOf("abc") as [Row];
    const [again] = pagesOf("ab") as [Row];
    expect(follow([first, { ids: "", count: 2, offset: 2 }, again])).toEqual(["ab ask 2", " ask 1", " done"]);
  });

  test("is noticed when something was deleted between two readings", () => {
    const [first] = pagesOf("abcd") as [Row];
    const [, second, third] = pagesOf("Nabcd") as [Row, Row, Row];
    const [again, last] = pagesOf("Nbcd") as [Row, Row];
    expect(follow([first, second, third, again, last])).toEqual(["ab ask 2", "c ask 3", "d ask 1", "N ask 2", " done"]);
  });

  test("is given up when it shrinks in every reading", () => {
    const shrinking = [6, 5, 4].flatMap((count) => [
      { ids: "ab", count, offset: 0 },
      { ids: "", count: count - 1, offset: 2 },
    ]);
    expect(follow(shrinking)).toEqual([
      "ab ask 2",
      " ask 1",
      " ask 2",
      " ask 1",
      " ask 2",
      " give-up: the count fell from 4 to 3, and 3 readings did not help",
    ]);
  });
});

describe("a service that makes no sense", () => {
  test("and counts more than it has is asked three times", () => {
    const empty = { ids: "", count: 9, offset: 0 };
    expect(follow([empty, empty, empty])).toEqual([
      " ask 1",
      " ask 1",
      " give-up: 0 items came where the count says 9, and 3 readings did not help",
    ]);
  });

  test("and sends the same page again is asked no further", () => {
    const same = { ids: "ab", count: 5, offset: 0 };
    expect(follow([same, same])).toEqual(["ab ask 2", " give-up: page 2 does not lie behind page 1"]);
  });

  test("and always says that there is more is asked for twice as many pages as it counted, and one", () => {
    const endless = Array.from({ length: 6 }, (_, i) => ({ ids: `${i}`, count: i + 2, offset: i }));
    expect(follow(endless)).toEqual([
      "0 ask 2",
      "1 ask 3",
      "2 ask 4",
      "3 ask 5",
      "4 give-up: page 5 is not the last, where the first one counted far fewer",
      expect.anything(),
    ]);
  });

  test("and always names a next page is asked no longer, whatever it counts", () => {
    const endless = Array.from({ length: 3 }, (_, i) => ({ ids: `${i}`, count: 1, offset: i, next: "/next" }));
    expect(follow(endless).at(-1)).toMatch(/^2 give-up: page 3 is not the last/);
  });
});

test("of lists that change at random, no item comes twice, and none that was always there is missing at the end", () => {
  const change = fc.record({
    kind: fc.constantFrom("nothing", "nothing", "an item comes", "an item goes"),
    at: fc.nat(40),
  });
  let done = 0;
  fc.assert(
    fc.property(fc.nat(30), fc.array(change, { maxLength: 40 }), (length, changes) => {
      let list = Array.from({ length }, (_, i) => ({ id: `${i}` }));
      const always = new Set(list.map(({ id }) => id));
      const came: string[] = [];
      const reading = new PageReading();
      let step: PageStep = { kind: "ask", page: 1 };
      for (let request = 0; step.kind === "ask"; request += 1) {
        const offset = (step.page - 1) * 4;
        const taken = reading.take({ results: list.slice(offset, offset + 4), count: list.length, offset });
        came.push(...taken.fresh.map(({ id }) => id));
        step = taken.step;
        // One change at most between two pages: two that cancel each other out cannot be seen.
        const { kind, at } = changes[request] ?? { kind: "nothing", at: 0 };
        if (kind === "an item comes") list = list.toSpliced(at, 0, { id: `new ${request}` });
        if (kind === "an item goes" && step.kind === "ask") {
          always.delete(list[at]?.id ?? "");
          list = list.toSpliced(at, 1);
        }
      }
      expect(new Set(came).size).toBe(came.length);
      if (step.kind !== "done") return;
      done += 1;
      expect(came).toEqual(expect.arrayContaining([...always]));
    }),
    { numRuns: 2_000 },
  );
  expect(done).toBeGreaterThan(1_000);
});
