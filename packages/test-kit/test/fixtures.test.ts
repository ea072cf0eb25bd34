import { validators } from "@sitebay-tickets/contract/validators";
import { expect, test } from "vitest";
import { page, reply, ticket, user } from "../src/fixtures.ts";

const everyIndex = Array.from({ length: 250 }, (_, index) => index);

test("the same options give the same fixture, others give another", () => {
  expect(ticket({}, { seed: 3, index: 8 })).toEqual(ticket({}, { seed: 3, index: 8 }));
  expect(ticket({}, { seed: 3, index: 8 })).not.toEqual(ticket({}, { seed: 4, index: 8 }));
  expect(reply().id).not.toBe(reply({}, { index: 1 }).id);
});

test("overrides stand as they are given", () => {
  expect(ticket({ subject: "", category: null })).toMatchObject({ subject: "", category: null });
  expect(reply({ resolve: true })).toHaveProperty("resolve", true);
});

test("a page counts what it holds, and is one that the service could send", () => {
  const replies = page([reply(), reply({}, { index: 1 })]);
  expect(replies).toMatchObject({ count: 2, limit: 50, offset: 0, next: null, previous: null });
  expect(validators.TicketReplyPage(replies)).toBe(true);
  expect(validators.TicketPage(page([ticket()], { limit: 7, count: 9 }))).toBe(true);
  expect(page([ticket()], { limit: 7, count: 9 })).toMatchObject({ limit: 7, count: 9, results: [ticket()] });
  expect(page()).toMatchObject({ count: 0, results: [] });
});

test.each(["realistic", "nasty"] as const)("a %s ticket is resolved exactly when it has a time for that", (profile) => {
  for (const index of everyIndex) {
    const { resolved, resolved_at } = ticket({}, { index, profile });
    expect(typeof resolved_at === "string").toBe(resolved);
  }
});

test("who overrides one half of the resolution gets the other half with it", () => {
  for (const index of everyIndex) {
    expect(ticket({ resolved: true }, { index }).resolved_at).toEqual(expect.any(String));
    expect(ticket({ resolved: false }, { index }).resolved_at).toBeNull();
    expect(ticket({ resolved_at: null }, { index }).resolved).toBe(false);
    expect(ticket({ resolved_at: "2026-01-01T00:00:00Z" }, { index }).resolved).toBe(true);
  }
});

test("a ticket's times come one after the other", () => {
  for (const index of everyIndex) {
    const { created_at, ticket_replies, resolved_at } = ticket({}, { index });
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
    const { first_name, last_name, full_name } = user({}, { index, profile });
    expect(full_name).toBe([first_name, last_name].filter((name) => name !== null).join(" "));
  }
  expect(user({ first_name: "Ada", last_name: null })).toHaveProperty("full_name", "Ada");
});

test("no reply's id is met twice", () => {
  const ids = everyIndex.flatMap((index) => ticket({}, { index }).ticket_replies.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
