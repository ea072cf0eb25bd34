import { describe, expect, test } from "vitest";
import { createTicketWorld } from "../src/index.ts";
import { keptTickets, MOST_KEPT } from "../src/world/kept-tickets.ts";

const team_id = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";

describe("a ticket that comes out of a world", () => {
  test("cannot be changed, nor anything in it, wherever it came from", () => {
    const world = createTicketWorld({ tickets: MOST_KEPT + 1 });
    const tickets = [...world.listTickets()];
    const [first, second] = tickets;
    const created = world.createTicket({ subject: "Site is blank", description: "", team_id });
    const updated = world.updateTicket(second?.id ?? "", { openai_custom_instructions: "Be brief." });
    for (const ticket of [first, tickets.at(-1), created, updated]) {
      expect(() => Object.assign(ticket ?? {}, { subject: "changed" })).toThrow(/read only property 'subject'/);
      expect(Object.isFrozen(ticket?.ticket_replies)).toBe(true);
      for (const reply of ticket?.ticket_replies ?? []) expect(Object.isFrozen(reply.user)).toBe(true);
    }
    expect(first?.ticket_replies.length).toBeGreaterThan(0);
  });

  test("is no other world's ticket once it was changed there", () => {
    const [world, other] = [createTicketWorld({ seed: 7 }), createTicketWorld({ seed: 7 })];
    const [ticket] = world.listTickets();
    const id = ticket?.id ?? "";
    world.updateTicket(id, { openai_custom_instructions: "Answer in rhymes." });
    world.deleteTicket([...world.listTickets()][1]?.id ?? "");
    expect(other.getTicket(id)).toEqual(ticket);
    expect([...other.listTickets()]).toHaveLength(25);
    expect(world.getTicket(id)?.openai_custom_instructions).toBe("Answer in rhymes.");
  });

  test("is the same whether it is one of those that are kept or not", () => {
    const ids = [...createTicketWorld({ tickets: MOST_KEPT + 2 }).listTickets()].slice(-4).map(({ id }) => id);
    const [again, once] = [createTicketWorld({ tickets: 1000 }), createTicketWorld({ tickets: 1000 })];
    for (const id of ids) {
      expect(again.getTicket(id)).toEqual(once.getTicket(id));
      expect(again.getTicket(id)?.id).toBe(id);
    }
  });
});

test("tickets are kept for the eight seeds that were used last", () => {
  const kept = keptTickets(1000, "realistic");
  for (let seed = 1001; seed < 1008; seed += 1) keptTickets(seed, "realistic");
  expect(keptTickets(1000, "realistic")).toBe(kept);
  expect(keptTickets(1000, "nasty")).not.toBe(kept);
  for (let seed = 1001; seed < 1009; seed += 1) keptTickets(seed, "realistic");
  expect(keptTickets(1000, "realistic")).not.toBe(kept);
});
