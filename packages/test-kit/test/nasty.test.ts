import type { Ticket } from "@sitebay-tickets/contract";
import { validators } from "@sitebay-tickets/contract/validators";
import { describe, expect, test } from "vitest";
import { createTicketWorld } from "../src/index.ts";

const tickets = [...createTicketWorld({ tickets: 250, profile: "nasty" }).listTickets()];
const replies = tickets.flatMap((ticket) => ticket.ticket_replies);

describe("a nasty world of 250 tickets", () => {
  test("still keeps the contract", () => {
    for (const ticket of tickets)
      expect(validators.Ticket(ticket), JSON.stringify(validators.Ticket.errors)).toBe(true);
  });

  test.each<[string, RegExp]>([
    ["line feeds", /[^\r]\n/],
    ["carriage returns with line feeds", /\r\n/],
    ["lone carriage returns", /\r[^\n]/],
    ["an odd number of double quotes", /^[^"]*"[^"]*$/],
    ["a lone single quote", /^[^']*'[^']*$/],
    ["commas", /,/],
    ["semicolons", /;/],
    ["tabs", /\t/],
    ["backslashes", /\\/],
    ["emoji of several parts", /\p{Emoji}\u200D\p{Emoji}/u],
    ["right-to-left text", /\p{Script=Hebrew}.*\p{Script=Arabic}/u],
    ["combining characters", /\p{M}/u],
    ["a leading =", /^=/],
    ["a leading +", /^\+/],
    ["a leading -", /^-/],
    ["a leading @", /^@/],
    ["a leading '", /^'/],
    ["a leading tab", /^\t/],
    ["leading and trailing spaces", /^ .* $/s],
    ["an empty string", /^$/],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    ["control characters", /[\u0001-\u0008\u001B]/],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    ["the NUL character", /\u0000/],
    ["U+2028", /\u2028/],
    ["a byte order mark", /^\uFEFF/],
    ["20 kB of text", /^.{20000}/s],
  ])("has %s in descriptions, not all of them in a row", (_kind, pattern) => {
    const where = tickets.flatMap(({ description }, i) => (pattern.test(description) ? [i] : []));
    expect(where.length).toBeGreaterThan(0);
    expect(where.length).toBeLessThan(200);
  });

  test("has no lone surrogates", () => {
    expect(JSON.stringify(tickets).isWellFormed()).toBe(true);
  });

  test("leaves each optional field out for some, and has null for some where null may be", () => {
    const seen = (rows: readonly object[], field: string, value: unknown) =>
      rows.some((row) => Object.is((row as Record<string, unknown>)[field], value));
    for (const field of ["category", "openai_custom_instructions", "resolved_at"] satisfies (keyof Ticket)[]) {
      expect([field, seen(tickets, field, null), seen(tickets, field, undefined)]).toEqual([field, true, true]);
    }
    for (const field of ["description", "openai_message_id", "resolve"]) {
      expect([field, seen(replies, field, null), seen(replies, field, undefined)]).toEqual([field, true, true]);
    }
    const users = replies.map(({ user }) => user);
    for (const field of ["first_name", "last_name", "posthog_user_id"]) expect(seen(users, field, null)).toBe(true);
    for (const field of ["is_active", "is_superuser", "is_verified"]) expect(seen(users, field, undefined)).toBe(true);
  });

  test.each<[string, RegExp]>([
    ["naive with six digits", /^[^Z+]{19}\.\d{6}$/],
    ["naive without digits", /^[^Z+]{19}$/],
    ["UTC with six digits", /\.\d{6}Z$/],
    ["UTC with three digits", /\.\d{3}Z$/],
    ["UTC without digits", /T\d\d:\d\d:\d\dZ$/],
    ["ahead of UTC", /\+02:00$/],
    ["behind UTC", /-05:30$/],
  ])("writes some times %s", (_notation, pattern) => {
    expect(tickets.some(({ created_at }) => pattern.test(created_at))).toBe(true);
    expect(tickets.every(({ created_at }) => pattern.test(created_at))).toBe(false);
  });

  test("tells the same instants in whatever notation", () => {
    const utc = (time: string) => Date.parse(/Z|[+-]\d\d:\d\d$/.test(time) ? time : `${time}Z`);
    for (const { created_at, ticket_replies } of tickets) {
      // A notation without digits cuts up to a second off.
      for (const reply of ticket_replies) expect(utc(reply.created_at)).toBeGreaterThan(utc(created_at) - 1000);
    }
  });
});
