import { describe, expect, test } from "vitest";
import { createTicketWorld, exchange, type FaultRule, type ServiceRequest, type TicketWorld } from "../src/index.ts";

const headers = { authorization: "Bearer demo-token" };

async function ask(world: TicketWorld, path = "/support/ticket", more: Partial<ServiceRequest> = {}) {
  return await exchange(world, { method: "GET", path, query: "", headers, body: undefined, ...more });
}

async function statuses(world: TicketWorld, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) found.push((await ask(world)).status);
  return found;
}

describe("a fault strikes", () => {
  test("every request of every operation, unless told otherwise", async () => {
    const world = createTicketWorld({ faults: [{ kind: "serverError" }] });
    expect(await statuses(world, 3)).toEqual([500, 500, 500]);
    expect((await ask(world, "/auth/jwt/login", { method: "POST" })).status).toBe(500);
  });

  test("no path that the API lacks, and no browser's question", async () => {
    const world = createTicketWorld({ faults: [{ kind: "serverError" }] });
    expect((await ask(world, "/nowhere")).status).toBe(404);
    expect((await ask(world, "/support/ticket", { method: "PUT" })).status).toBe(405);
    const asking = { origin: "https://app.example", "access-control-request-method": "GET" };
    expect((await ask(world, "/support/ticket", { method: "OPTIONS", headers: asking })).status).toBe(200);
  });

  test("the operations that it names, and no other whose name contains theirs", async () => {
    const world = createTicketWorld();
    const [ticket] = world.listTickets();
    world.faults.add({ kind: "serverError", operation: ["createTicketReply", "listTicketReplies"] });
    world.faults.add({ kind: "serverError", operation: "createTicketReply" });
    expect((await ask(world, "/support/ticket", { method: "POST" })).status).toBe(422);
    expect((await ask(world)).status).toBe(200);
    expect((await ask(world, `/support/ticket/${ticket?.id}/reply`)).status).toBe(500);
  });

  test("as often as it is told, then never again", async () => {
    const world = createTicketWorld({ faults: [{ kind: "serverError", times: 2 }] });
    expect(await statuses(world, 4)).toEqual([500, 500, 200, 200]);
    expect(world.faults.list()).toMatchObject([{ struck: 2 }]);
  });

  test("as likely as it is told, and the same requests for the same seed", async () => {
    const struck = (seed: number) =>
      statuses(createTicketWorld({ seed, tickets: 0, faults: [{ kind: "serverError", probability: 0.3 }] }), 300);
    const first = await struck(1);
    expect(await struck(1)).toEqual(first);
    expect(await struck(2)).not.toEqual(first);
    const share = first.filter((status) => status === 500).length / 300;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });

  test("requests that its predicate picks by what they say", async () => {
    const world = createTicketWorld();
    world.faults.add({ kind: "rateLimit", when: ({ headers, query }) => query.page === "2" && headers.a === "b" });
    const path = `/team/${[...world.listTickets()][0]?.team_id}/ticket`;
    expect((await ask(world, path, { query: "page=2" })).status).toBe(200);
    expect((await ask(world, path, { query: "page=2", headers: { ...headers, a: "b" } })).status).toBe(429);
  });
});

describe("of several faults", () => {
  test("the first that strikes has the request, and the next one the next", async () => {
    const world = createTicketWorld();
    world.faults.add({ kind: "rateLimit", times: 1 });
    world.faults.add({ kind: "html", status: 503, times: 1 });
    expect(await statuses(world, 3)).toEqual([429, 503, 200]);
  });

  test("slow and drift go together with another one", async () => {
    const world = createTicketWorld({ faults: [{ kind: "slow", headMs: 7 }, { kind: "drift" }, { kind: "truncate" }] });
    const { headers, disturbance } = await ask(world);
    expect(headers["x-mock-fault"]).toBe("slow, drift, truncate");
    expect(disturbance).toMatchObject({ headAfterMs: 7, breaksAfterBytes: "middle" });
  });

  test("one can be taken back by its id", async () => {
    const world = createTicketWorld();
    const id = world.faults.add({ kind: "serverError" });
    world.faults.add({ kind: "rateLimit" });
    expect([world.faults.remove(id), world.faults.remove(id)]).toEqual([true, false]);
    expect(await statuses(world, 1)).toEqual([429]);
    world.faults.clear();
    expect(await statuses(world, 1)).toEqual([200]);
  });
});

describe("a fault that is wrong is refused at once", () => {
  test.each([
    [{ kind: "dorp" }, 'There is no fault "dorp"'],
    [{ kind: "drop", performd: true }, "The fault drop has no option performd; it takes performed, operation"],
    [{ kind: "rateLimit", times: 0 }, "The fault rateLimit: times must be a whole number from 1, not 0."],
    [null, "A fault is an object with a kind, not null."],
  ])("%o", (rule, message) => {
    // As it may come from a program without types.
    expect(() => createTicketWorld().faults.add(rule as unknown as FaultRule)).toThrow(message);
    expect(() => createTicketWorld({ faults: [rule as unknown as FaultRule] })).toThrow(message);
  });
});

test("a struck request is logged with its faults, and with no status when it got no answer", async () => {
  const world = createTicketWorld({ faults: [{ kind: "drop", times: 1 }, { kind: "emptyError" }] });
  await ask(world);
  await ask(world);
  expect([...world.requests].map(({ faults, status }) => ({ faults, status }))).toEqual([
    { faults: ["drop"], status: undefined },
    { faults: ["emptyError"], status: 500 },
  ]);
});
