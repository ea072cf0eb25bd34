import { expect, test } from "vitest";
import { replyFixture, replyPageFixture, ticketFixture, ticketPageFixture, userFixture } from "../src/index.ts";

const everyIndex = Array.from({ length: 250 }, (_, index) => index);

test("the same options give the same fixture, others give another", () => {
  expect(ticketFixture({}, { seed: 3, index: 8 })).toEqual(ticketFixture({}, { seed: 3, index: 8 }));
  expect(ticketFixture({}, { seed: 3, index: 8 })).not.toEqual(ticketFixture({}, { seed: 4, index: 8 }));
  expect(replyFixture().id).not.toBe(replyFixture({}, { index: 1 }).id);
});

test("overrides stand as they are given", () => {
  expect(ticketFixture({ subject: "", category: null })).toMatchObject({ subject: "", category: null });
  expect(replyFixture({ resolve: true })).toHaveProperty("resolve", true);
  expect(replyPageFixture({ results: [], limit: 7 })).toMatchObject({ count: 0, limit: 7, results: [] });
  expect(ticketPageFixture({ results: [ticketFixture()] })).toMatchObject({ count: 1, results: [ticketFixture()] });
});

test.each([replyPageFixture, ticketPageFixture])("of pages by %o no two hold the same", (pageFixture) => {
  const ids = [0, 1, 2].flatMap((index) => pageFixture({}, { index }).results.map(({ id }) => id));
  expect(new Set(ids).size).toBe(9);
});

test.each(["realistic", "nasty"] as const)("a %s ticket is resolved exactly when it has a time for that", (profile) => {
  for (const index of everyIndex) {
    const { resolved, resolved_at } = ticketFixture({}, { index, profile });
    expect(typeof resolved_at === "string").toBe(resolved);
  }
});

test("who overrides one half of the resolution gets the other half with it", () => {
  for (const index of everyIndex) {
    expect(ticketFixture({ resolved: true }, { index }).resolved_at).toEqual(expect.any(String));
    expect(ticketFixture({ resolved: false }, { index }).resolved_at).toBeNull();
    expect(ticketFixture({ resolved_at: null }, { index }).resolved).toBe(false);
    expect(ticketFixture({ resolved_at: "2026-01-01T00:00:00Z" }, { index }).resolved).toBe(true);
  }
});

test("a ticket's times come one after the other", () => {
  for (const index of everyIndex) {
    const { created_at, ticket_replies, resolved_at } = ticketFixture({}, { index });
    for (const { user } of ticket_replies) expect(Date.parse(user.created_at)).toBeLessThan(Date.parse(created_at));
    const times = [
      created_at,
      ...ticket_replies.map((reply) => reply.created_at),
      resolved_at ?? "2026-02-01T12:00:00Z",
    ];
    const numbers = times.map((time) => Date.parse(time));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  }
});

test.each(["realistic", "nasty"] as const)("a %s user's full name is made of the others", (profile) => {
  for (const index of everyIndex) {
    const { first_name, last_name, full_name } = userFixture({}, { index, profile });
    expect(full_name).toBe([first_name, last_name].filter((name) => name !== null).join(" "));
  }
  expect(userFixture({ first_name: "Ada", last_name: null })).toHaveProperty("full_name", "Ada");
});

test("no reply's id is met twice", () => {
  const ids = everyIndex.flatMap((index) => ticketFixture({}, { index }).ticket_replies.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
