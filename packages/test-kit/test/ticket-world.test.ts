import { describe, expect, test, vi } from "vitest";
import { encodeBody } from "../src/exchange/encode-body.ts";
import { answer, createTicketWorld } from "../src/index.ts";
import { SeededTickets } from "../src/world/seeded-tickets.ts";

const team_id = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";

describe("a world", () => {
  test("is the same for the same seed, byte for byte, and another for another", () => {
    const bytes = (seed: number) => JSON.stringify([...createTicketWorld({ seed, profile: "nasty" }).listTickets()]);
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  test("creates the same tickets, replies and tokens when it is used in the same way", () => {
    const use = () => {
      const world = createTicketWorld();
      const ticket = world.createTicket({ subject: "s", description: "d", team_id });
      const user = world.credentials.identify({ bearer: "demo-token" })?.user;
      const reply = user && world.createReply(ticket.id, { resolve: true }, user);
      return [ticket, reply, world.credentials.login("ada@example.com", "demo-password"), world.getTicket(ticket.id)];
    };
    expect(use()).toEqual(use());
  });

  test("begins with the same tickets however many there are", () => {
    const [first] = createTicketWorld({ tickets: 1 }).listTickets();
    expect(createTicketWorld({ tickets: 1000 }).listTickets().next().value).toEqual(first);
  });

  test("of a million tickets computes none but those that are asked for", () => {
    const computed = vi.spyOn(SeededTickets.prototype, "at");
    const world = createTicketWorld({ tickets: 1_000_000 });
    const last = new SeededTickets(1, 1_000_000, "realistic").idAt(999_999);
    expect(world.getTicket(last)?.id).toBe(last);
    expect(world.size).toBe(1_000_000);
    expect(computed).toHaveBeenCalledTimes(1);

    const headers = { authorization: "Bearer demo-token" };
    const { body } = answer(world, { method: "GET", path: "/support/ticket", query: "", headers, body: undefined });
    expect(computed).toHaveBeenCalledTimes(1);
    const [piece] = encodeBody(body);
    expect(piece?.length).toBeGreaterThan(16_000);
    expect(computed.mock.calls.length).toBeLessThan(50);
    computed.mockRestore();
  });

  test("knows no ticket beyond its last", () => {
    const beyond = new SeededTickets(1, 26, "realistic").idAt(25);
    expect(createTicketWorld({ tickets: 25 }).getTicket(beyond)).toBeUndefined();
    expect(createTicketWorld({ tickets: 26 }).getTicket(beyond)?.id).toBe(beyond);
  });

  test("lists changed tickets in their place, created ones at the end, deleted ones nowhere", () => {
    const world = createTicketWorld({ tickets: 3 });
    const [a, b, c] = [...world.listTickets()].map(({ id }) => id);
    const created = world.createTicket({ subject: "s", description: "d", team_id });
    const gone = world.createTicket({ subject: "s", description: "d", team_id });
    world.updateTicket(b ?? "", { openai_custom_instructions: "new" });
    expect([world.deleteTicket(a ?? ""), world.deleteTicket(gone.id), world.deleteTicket(a ?? "")]).toEqual([
      true,
      true,
      false,
    ]);
    const list = [...world.listTickets()];
    expect(list.map(({ id }) => id)).toEqual([b, c, created.id]);
    expect(list[0]).toHaveProperty("openai_custom_instructions", "new");
    expect(world.size).toBe(3);
  });

  test("lists a team's tickets page by page, as they stand in the list of all", () => {
    const world = createTicketWorld({ tickets: 200 });
    const [first] = world.listTickets();
    const team = first?.team_id ?? "";
    const created = world.createTicket({ subject: "s", description: "d", team_id: team });
    const listed = () => [...world.listTickets()].filter((ticket) => ticket.team_id === team);
    const paged = () => {
      const count = world.listTeamTickets(team, { page: 1, size: 1 })?.count ?? 0;
      const pages = Array.from({ length: Math.ceil(count / 4) + 1 }, (_, i) =>
        world.listTeamTickets(team.toUpperCase(), { page: i + 1, size: 4 }),
      );
      expect(pages.every((page) => page?.count === count)).toBe(true);
      expect(pages.at(-1)?.items).toEqual([]);
      return pages.flatMap((page) => page?.items ?? []);
    };
    expect(paged()).toEqual(listed());
    expect(paged().at(-1)).toEqual(created);

    const [, second, third] = paged();
    world.updateTicket(second?.id ?? "", { openai_custom_instructions: "new" });
    for (const ticket of [first, third]) world.deleteTicket(ticket?.id ?? "");
    world.createTicket({ subject: "later", description: "d", team_id: team });
    expect(paged()).toEqual(listed());
    expect(paged()[0]).toMatchObject({ id: second?.id, openai_custom_instructions: "new" });

    for (const { id } of listed()) world.deleteTicket(id);
    expect(paged()).toEqual([]);
  });

  test("knows a team of its own without tickets, and one that tickets were opened for, but no other", () => {
    const [ticket] = createTicketWorld().listTickets();
    const world = createTicketWorld({ tickets: 0 });
    const firstPage = { page: 1, size: 50 };
    expect(world.listTeamTickets(ticket?.team_id ?? "", firstPage)).toEqual({ count: 0, items: [] });
    expect(world.listTeamTickets(team_id, firstPage)).toBeUndefined();
    const { id } = world.createTicket({ subject: "s", description: "d", team_id });
    expect(world.listTeamTickets(team_id, firstPage)?.count).toBe(1);
    world.deleteTicket(id);
    expect(world.listTeamTickets(team_id, firstPage)?.count).toBe(0);
  });

  test("of a million tickets computes none but those of the team's page", () => {
    const computed = vi.spyOn(SeededTickets.prototype, "at");
    const world = createTicketWorld({ tickets: 1_000_000 });
    const [first] = world.listTickets();
    computed.mockClear();
    const page = world.listTeamTickets(first?.team_id ?? "", { page: 500, size: 20 });
    expect(page?.items).toHaveLength(20);
    expect(page?.count).toBeGreaterThan(50_000);
    expect(computed).toHaveBeenCalledTimes(20);
    computed.mockRestore();
  });

  test("keeps the time of the first resolution", () => {
    let time = "2026-03-01T00:00:00Z";
    const world = createTicketWorld({ now: () => new Date(time) });
    const { id } = world.createTicket({ subject: "s", description: "d", team_id, resolved: true });
    time = "2026-03-02T00:00:00Z";
    const user = world.credentials.identify({ bearer: "demo-token" })?.user;
    if (user) world.createReply(id, { resolve: true }, user);
    expect(world.getTicket(id)).toMatchObject({ resolved: true, resolved_at: "2026-03-01T00:00:00Z" });
    expect(world.getTicket(id)?.ticket_replies).toHaveLength(1);
  });

  test("takes the credentials that it is given, and the demo's for the rest", () => {
    const world = createTicketWorld({ credentials: { keys: [{ token: "mine", scope: "read" }], cookies: [] } });
    expect(world.credentials.identify({ bearer: "mine" })?.scope).toBe("read");
    expect(world.credentials.identify({ bearer: "demo-token" })).toBeUndefined();
    expect(world.credentials.identify({ cookie: "demo-cookie" })).toBeUndefined();
    expect(world.credentials.login("ada@example.com", "demo-password")).toEqual(expect.any(String));
  });

  test.each([{ tickets: -1 }, { tickets: 1.5 }, { seed: Number.NaN }])("cannot be made with %o", (options) => {
    expect(() => createTicketWorld(options)).toThrow(RangeError);
  });
});
