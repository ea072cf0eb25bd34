import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTicketWorld, WorldSessions } from "../src/index.ts";
import { serve, type TicketServer } from "../src/server.ts";

const team_id = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";
const headers = { authorization: "Bearer demo-token", "content-type": "application/json" };

describe("worlds behind one address", () => {
  const sessions = new WorldSessions(createTicketWorld({ tickets: 3, faults: [{ kind: "rateLimit", times: 1 }] }));
  let server: TicketServer;

  beforeAll(async () => {
    server = await serve(sessions);
  });
  afterAll(() => server.close());

  async function list(session?: string): Promise<{ status: number; length: number }> {
    const response = await fetch(`${server.url}/support/ticket`, {
      headers: { ...headers, ...(session !== undefined && { "x-mock-session": session }) },
    });
    const value = (await response.json()) as unknown[];
    return { status: response.status, length: value.length };
  }

  test("each begin as the main one began, faults too, and change apart", async () => {
    for (const session of ["a", "b", undefined]) {
      expect((await list(session)).status).toBe(429);
      expect(await list(session)).toEqual({ status: 200, length: 3 });
    }
    const body = JSON.stringify({ subject: "s", description: "d", team_id });
    await fetch(`${server.url}/support/ticket`, {
      method: "POST",
      body,
      headers: { ...headers, "x-mock-session": "a" },
    });
    expect(await list("a")).toMatchObject({ length: 4 });
    expect(await list("b")).toMatchObject({ length: 3 });
    expect(await list()).toMatchObject({ length: 3 });
    expect(sessions.names).toEqual(["a", "b"]);
    expect(sessions.world("a").requests.of("createTicket")).toHaveLength(1);
    expect(sessions.main.requests.of("createTicket")).toHaveLength(0);
  });

  test("can be given, and ended", async () => {
    sessions.set("mine", createTicketWorld({ tickets: 9 }));
    expect(await list("mine")).toEqual({ status: 200, length: 9 });
    expect([sessions.end("mine"), sessions.end("mine")]).toEqual([true, false]);
    expect((await list("mine")).status).toBe(429);
  });

  test("an empty name is none", async () => {
    const before = sessions.main.requests.count;
    await list("");
    expect(sessions.main.requests.count).toBe(before + 1);
  });

  test("are kept up to a thousand, the oldest is forgotten first", () => {
    const many = new WorldSessions(createTicketWorld({ tickets: 0 }));
    for (let i = 0; i <= 1000; i += 1) many.world(`s${i}`);
    expect(many.names).toHaveLength(1000);
    expect(many.names[0]).toBe("s1");
    expect([...many]).toHaveLength(1001);
  });
});
