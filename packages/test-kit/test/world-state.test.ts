import { describe, expect, test } from "vitest";
import { createTicketWorld, demoCredentials, exchange, type ServiceRequest, type TicketWorld } from "../src/index.ts";

const team_id = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";
const [account] = demoCredentials.accounts;

function request(method: string, path: string, more: Partial<ServiceRequest> = {}): ServiceRequest {
  return { method, path, query: "", headers: { authorization: "Bearer demo-token" }, body: undefined, ...more };
}

/** A world in which much has happened. */
function livedIn(): TicketWorld {
  const world = createTicketWorld({ seed: 7, tickets: 5 });
  const [first, second] = [...world.listTickets()];
  world.clock.advance(60_000);
  world.createTicket({ subject: "new", description: "d", team_id });
  world.deleteTicket(first?.id ?? "");
  world.updateTicket(second?.id ?? "", { openai_custom_instructions: "Answer in rhymes." });
  world.credentials.login(account.username, account.password);
  world.random.next();
  return world;
}

describe("a snapshot", () => {
  test("brings back tickets, logins, clock and randomness, whatever happened since", () => {
    const world = livedIn();
    const token = world.credentials.login(account.username, account.password) ?? "";
    const snapshot = world.snapshot();
    const list = [...world.listTickets()];
    const [next, now] = [world.snapshot().drawn, world.clock.now()];

    const opened = world.createTicket({ subject: "later", description: "d", team_id });
    for (const { id } of list) world.deleteTicket(id);
    world.credentials.revoke(token);
    world.credentials.revoke("demo-token");
    world.clock.set(new Date("2030-01-01"));
    world.random.next();
    world.restore(snapshot);

    expect([...world.listTickets()]).toEqual(list);
    expect(world.credentials.identify({ bearer: token })?.user.email).toBe(account.username);
    expect(world.credentials.identify({ bearer: "demo-token" })?.scope).toBe("readwrite");
    expect([world.random.drawn, world.clock.now()]).toEqual([next, now]);
    expect(world.createTicket({ subject: "later", description: "d", team_id })).toEqual(opened);
  });

  test("is plain data: through JSON and into another world, everything is the same", () => {
    const world = livedIn();
    const copy = createTicketWorld();
    copy.restore(JSON.parse(JSON.stringify(world.snapshot())));
    expect(copy.snapshot()).toEqual(world.snapshot());
    expect([...copy.listTickets()]).toEqual([...world.listTickets()]);
    expect(copy.listTeamTickets(team_id, { page: 1, size: 50 })).toMatchObject({ count: 1 });
    expect(copy.random.next()).toBe(world.random.next());
    expect(copy.credentials.login("nobody", "")).toBeUndefined();
  });

  test("holds revoked tokens by their place, and no token at all", () => {
    const world = livedIn();
    const token = world.credentials.login(account.username, account.password) ?? "";
    world.credentials.revoke(token);
    world.credentials.revoke("demo-read-token");
    const text = JSON.stringify(world.snapshot());
    for (const secret of [token, "demo-token", "demo-read-token", "demo-cookie", account.password]) {
      expect(text).not.toContain(secret);
    }
    const copy = createTicketWorld();
    copy.restore(JSON.parse(text));
    expect(copy.credentials.identify({ bearer: token })).toBeUndefined();
    expect(copy.credentials.identify({ bearer: "demo-read-token" })).toBeUndefined();
    expect(copy.credentials.identify({ bearer: "demo-token" })).toBeDefined();
  });

  test("leaves log, faults and overrides as they are", async () => {
    const world = createTicketWorld();
    const snapshot = world.snapshot();
    world.faults.add({ kind: "drop", operation: "login" });
    await exchange(world, request("GET", "/support/ticket"));
    world.restore(snapshot);
    expect(world.faults.list()).toHaveLength(1);
    expect(world.requests.count).toBe(1);
  });
});

describe("reset", () => {
  test("brings everything back to the beginning, log, faults and overrides too", async () => {
    const options = { seed: 7, tickets: 5, faults: [{ kind: "rateLimit", times: 1 }] } as const;
    const world = createTicketWorld(options);
    world.createTicket({ subject: "new", description: "d", team_id });
    world.clock.advance(1);
    world.faults.add({ kind: "drop" });
    world.override("listTickets", () => ({ status: 200, json: [] }));
    await exchange(world, request("GET", "/support/ticket"));
    world.reset();

    expect(world.snapshot()).toEqual(createTicketWorld(options).snapshot());
    expect(world.requests.count).toBe(0);
    expect(world.faults.list()).toEqual([{ id: expect.any(Number), rule: options.faults[0], struck: 0 }]);
    expect((await exchange(world, request("GET", "/support/ticket"))).status).toBe(429);
    const { body } = await exchange(world, request("GET", "/support/ticket"));
    expect(JSON.parse([...body].join(""))).toEqual([...world.listTickets()]);
  });
});

describe("the clock", () => {
  test("stands still, moves by as much as it is told, and can be set", () => {
    const { clock } = createTicketWorld();
    expect(clock.now()).toEqual(clock.now());
    clock.set(new Date("2026-03-01T00:00:00Z"));
    clock.advance(1500);
    expect(clock.now()).toEqual(new Date("2026-03-01T00:00:01.500Z"));
  });

  test("that was given a source runs with it, also when it is moved", () => {
    let now = 1000;
    const { clock } = createTicketWorld({ now: () => new Date(now) });
    clock.set(new Date(5000));
    now += 10;
    expect(clock.now()).toEqual(new Date(5010));
  });
});

test("the source of randomness follows from the seed", () => {
  const draw = (seed: number) => {
    const { random } = createTicketWorld({ seed });
    return Array.from({ length: 200 }, () => random.next());
  };
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
  expect(new Set(draw(3)).size).toBe(200);
  expect(draw(3).filter((number) => number < 0.5).length).toBeGreaterThan(70);
  expect(draw(3).every((number) => number >= 0 && number < 1)).toBe(true);
});
