import { describe, expect, test } from "vitest";
import { control } from "../src/control/control.ts";
import { createTicketWorld, exchange, WorldSessions } from "../src/index.ts";

/** A control API, the mock behind it, and a way to ask both. */
function mock(options: Parameters<typeof createTicketWorld>[0] = {}) {
  const sessions = new WorldSessions(createTicketWorld(options));
  const ask = (method: string, target: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [path = "", query = ""] = target.split("?");
    const type = method === "GET" ? {} : { "content-type": "application/json" };
    const bytes = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
    const sent = { method, path, query, headers: { ...type, ...headers }, body: new TextEncoder().encode(bytes) };
    const response = control(sessions, sent);
    const isJson = response.headers["content-type"] === "application/json";
    return { ...response, json: isJson ? JSON.parse(response.body) : undefined };
  };
  const send = (method: string, path: string, headers: Record<string, string> = {}, body = "") => {
    const request = { method, path, query: "", headers, body: new TextEncoder().encode(body) };
    return exchange(sessions.of(request), request);
  };
  return { sessions, world: sessions.main, ask, send };
}

const key = { authorization: "Bearer demo-token" };

describe("the control API", () => {
  test("tells what the world is like", async () => {
    const { ask, send } = mock({ seed: 7, tickets: 3, profile: "nasty", faults: [{ kind: "drop", times: 1 }] });
    await send("GET", "/support/ticket", key);
    expect(ask("GET", "/state").json).toEqual({
      session: null,
      seed: 7,
      profile: "nasty",
      tickets: 3,
      now: "2026-02-01T12:00:00.000Z",
      requests: 1,
      faults: [{ id: 1, struck: 1, text: "drop:times=1", rule: { kind: "drop", times: 1 } }],
      violations: [],
      offSpec: [],
      sessions: [],
    });
    expect(ask("GET", "/").json).toEqual(ask("GET", "/state").json);
  });

  test("begins anew, as it began or with other tickets, and comes back to those", async () => {
    const { ask, send, world } = mock({ tickets: 3 });
    const [first] = world.listTickets();
    await send("DELETE", `/support/ticket/${first?.id}`, key);
    world.faults.add({ kind: "html" });
    world.clock.advance(1000);
    expect(ask("POST", "/reset").json).toMatchObject({ tickets: 3, requests: 0, faults: [] });
    expect(ask("POST", "/reset", { tickets: 5, seed: 9 }).json).toMatchObject({
      tickets: 5,
      seed: 9,
      profile: "realistic",
    });
    const begun = [...world.listTickets()];
    world.deleteTicket(begun[0]?.id ?? "");
    expect(ask("POST", "/reset").json).toMatchObject({ tickets: 5, seed: 9 });
    expect([...world.listTickets()]).toEqual(begun);
    expect(ask("GET", "/state?session=later").json).toMatchObject({ tickets: 5, seed: 9 });
  });

  test("keeps a moment and comes back to it, in another mock too", async () => {
    const { ask, world } = mock({ tickets: 3 });
    const [first] = world.listTickets();
    world.deleteTicket(first?.id ?? "");
    const token = world.credentials.login("ada@example.com", "demo-password") ?? "";
    world.clock.advance(60_000);
    const snapshot = ask("GET", "/snapshot");
    expect(snapshot.body).not.toContain(token);
    const then = [...world.listTickets()];

    ask("POST", "/reset");
    expect(ask("PUT", "/snapshot", snapshot.json).json).toMatchObject({ tickets: 2, now: "2026-02-01T12:01:00.000Z" });
    expect([...world.listTickets()]).toEqual(then);

    const other = mock({ seed: 2 });
    other.ask("PUT", "/snapshot", snapshot.body);
    expect([...other.world.listTickets()]).toEqual(then);
    expect(await other.send("GET", "/support/ticket", { authorization: `Bearer ${token}` })).toMatchObject({
      status: 200,
    });
  });

  test("moves the clock", () => {
    const { ask, world } = mock();
    expect(ask("GET", "/clock").json).toEqual({ now: "2026-02-01T12:00:00.000Z" });
    expect(ask("PUT", "/clock", { now: "2027-03-04T05:06:07+02:00" }).json).toEqual({
      now: "2027-03-04T03:06:07.000Z",
    });
    expect(ask("POST", "/clock/advance", { milliseconds: -7000 }).json).toEqual({ now: "2027-03-04T03:06:00.000Z" });
    expect(world.clock.now()).toEqual(new Date("2027-03-04T03:06:00Z"));
  });

  test("tells what it received, all of it, of one operation, or since the last question", async () => {
    const { ask, send } = mock();
    await send("GET", "/support/ticket", { ...key, cookie: "msb=demo-cookie" });
    await send("POST", "/support/ticket", { ...key, "content-type": "application/json" }, '{"subject":"<script>"}');
    await send("GET", "/nowhere");
    const all = ask("GET", "/requests").json;
    expect(all).toMatchObject({ count: 3, first: 1, last: 3 });
    expect(all.requests).toMatchObject([
      { number: 1, operation: "listTickets", status: 200, credential: "key", scope: "readwrite", headers: {} },
      { number: 2, operation: "createTicket", status: 422, body: { subject: "<script>" } },
      { number: 3, method: "GET", path: "/nowhere", status: 404 },
    ]);
    expect(all.requests[2]).not.toHaveProperty("operation");
    const numbers = (target: string) =>
      ask("GET", target).json.requests.map(({ number }: { number: number }) => number);
    expect(numbers("/requests?operation=createTicket")).toEqual([2]);
    expect(numbers("/requests?since=1")).toEqual([2, 3]);
    expect(numbers("/requests?since=3")).toEqual([]);
    expect(numbers("/requests?limit=1")).toEqual([3]);
    expect(numbers("/requests?limit=0")).toEqual([]);

    expect(ask("DELETE", "/requests").status).toBe(204);
    await send("GET", "/support/ticket", key);
    expect(ask("GET", "/requests").json).toMatchObject({ count: 1, first: 4, last: 4, requests: [{ number: 4 }] });
  });

  test("never tells a secret", async () => {
    const { ask, send } = mock();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const json = { "content-type": "application/json" };
    await send("POST", "/auth/jwt/login", form, "username=ada%40example.com&password=demo-password");
    await send("POST", "/auth/jwt/login", json, '{"username":"ada@example.com","password":"demo-password"}');
    await send("POST", "/auth/jwt/login", {}, "username=ada%40example.com&password=demo-password");
    await send("POST", "/auth/jwt/login", json, '{"password":"demo-password"');
    await send("GET", "/support/ticket", { ...key, cookie: "msb=demo-cookie" });
    const told = ["/state", "/requests", "/snapshot", "/sessions", "/choices"]
      .map((path) => ask("GET", path).body)
      .join();
    for (const secret of ["demo-password", "demo-token", "demo-cookie"]) expect(told).not.toContain(secret);
    const [login] = ask("GET", "/requests").json.requests;
    expect(login.body).toEqual({ username: "ada@example.com", password: "[redacted]" });
  });

  test("makes it fail, one fault after the other, and takes them back", async () => {
    const { ask, send } = mock();
    const list = async () => (await send("GET", "/support/ticket", key)).status;
    const added = ask("POST", "/faults", { kind: "rateLimit", operation: ["listTickets"], times: 1 });
    expect(added).toMatchObject({
      status: 201,
      json: { id: 1, struck: 0, text: "rateLimit:operation=listTickets,times=1" },
    });
    ask("POST", "/faults", { kind: "serverError", status: 503 });
    expect([await list(), await list()]).toEqual([429, 503]);
    expect(ask("GET", "/faults").json).toMatchObject([
      { id: 1, struck: 1 },
      { id: 2, struck: 1 },
    ]);
    expect(ask("DELETE", "/faults/2").status).toBe(204);
    expect(await list()).toBe(200);
    ask("POST", "/faults", { kind: "emptyError" });
    expect(ask("DELETE", "/faults").status).toBe(204);
    expect(await list()).toBe(200);
  });

  test("begins a bad time, which ends with a reset", async () => {
    const { ask, send, world } = mock({ faults: [{ kind: "drop" }] });
    expect(ask("PUT", "/scenarios/maintenance").json.faults).toMatchObject([{ rule: { kind: "html", status: 503 } }]);
    expect((await send("GET", "/support/ticket", key)).status).toBe(503);
    const token = world.credentials.login("ada@example.com", "demo-password") ?? "";
    expect(ask("PUT", "/scenarios/hugeAccount").json).toMatchObject({ tickets: 200_000, faults: [] });
    expect(world.credentials.identify({ bearer: token })).toBeDefined();
    expect(ask("POST", "/reset").json).toMatchObject({ tickets: 25, faults: [{ rule: { kind: "drop" } }] });
    expect(ask("GET", "/scenarios").json).toContainEqual(
      expect.objectContaining({ name: "flaky", summary: expect.any(String) }),
    );
  });

  test("makes a token expire", async () => {
    const { ask, send } = mock();
    expect(ask("POST", "/tokens/revoke", { token: "demo-token" }).status).toBe(204);
    expect((await send("GET", "/support/ticket", key)).status).toBe(401);
    expect(ask("POST", "/tokens/revoke", { token: "demo-token" })).toMatchObject({
      status: 404,
      json: { detail: "No such token is accepted now." },
    });
  });

  test("speaks of the session that the header or the query names, and of the main world otherwise", async () => {
    const { ask, send } = mock();
    ask("POST", "/faults", { kind: "html", status: 503 }, { "x-mock-session": "one" });
    ask("POST", "/faults?session=two", { kind: "emptyError" });
    const list = async (session?: string) =>
      (await send("GET", "/support/ticket", { ...key, ...(session && { "x-mock-session": session }) })).status;
    expect([await list(), await list("one"), await list("two")]).toEqual([200, 503, 500]);
    expect(ask("GET", "/sessions").json).toMatchObject([
      { name: null, requests: 1, faults: 0 },
      { name: "one", requests: 1, faults: 1 },
      { name: "two", requests: 1, faults: 1 },
    ]);
    expect(ask("DELETE", "/sessions/one").status).toBe(204);
    expect(await list("one")).toBe(200);
    ask("GET", "/state?session=a%2Fb%20c");
    expect(ask("DELETE", "/sessions/a%2Fb%20c").status).toBe(204);
  });

  test("gives browsers a page, and others the state", () => {
    const { ask } = mock();
    const page = ask("GET", "/", undefined, { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    for (const [, name] of page.body.matchAll(/\/__mock\/page\/([\w.-]+)/g)) {
      expect(ask("GET", `/page/${name}`).status, name).toBe(200);
    }
    expect(ask("GET", "/page/package.json").status).toBe(404);
    expect(ask("GET", "/page/..%2Fpackage.json").status).toBe(404);
  });
});

describe("refuses in a sentence that says what would be right", () => {
  const snapshot = mock().ask("GET", "/snapshot").json;
  test.each([
    ["GET", "/nope", undefined, 404, /^There is no \/__mock\/nope; there are \/__mock, .*\/__mock\/state/],
    ["GET", "/faults/", undefined, 200, undefined],
    ["PUT", "/state", undefined, 405, /^\/__mock\/state takes GET, not PUT\.$/],
    ["PATCH", "/faults", undefined, 405, /^\/__mock\/faults takes GET, POST, DELETE, not PATCH\.$/],
    ["OPTIONS", "/faults", undefined, 405, /not OPTIONS/],
    ["POST", "/reset", "{", 400, /^The body is not JSON: /],
    ["POST", "/reset", [], 400, /^The body is an object with seed, tickets, profile, not \[\]\.$/],
    ["POST", "/reset", { seeds: 1 }, 400, /^The body has no field seeds; it takes seed, tickets, profile\.$/],
    ["POST", "/reset", { __proto__: null, constructor: 1 }, 400, /^The body has no field constructor/],
    [
      "POST",
      "/reset",
      { tickets: -1 },
      400,
      /^The body: tickets must be a whole number from 0 to 1000000000, not -1\.$/,
    ],
    ["POST", "/reset", { seed: 1.5 }, 400, /^The body: seed must be a whole number, not 1\.5\.$/],
    ["POST", "/reset", { profile: "calm" }, 400, /^The body: profile must be "realistic" or "nasty", not "calm"\.$/],
    ["PUT", "/clock", undefined, 400, /^The body is missing; it is an object with now\.$/],
    ["PUT", "/clock", {}, 400, /^The body lacks now, which must be a text that is not empty\.$/],
    [
      "PUT",
      "/clock",
      { now: "soon" },
      400,
      /^The clock cannot be set to "soon"; write a time from 1970 to 9999, such as /,
    ],
    ["PUT", "/clock", { now: "1969-12-31T00:00:00Z" }, 400, /from 1970 to 9999/],
    ["POST", "/clock/advance", { milliseconds: 9e15 }, 400, /^The clock cannot be set to 9000000000000000 ms from now/],
    ["POST", "/clock/advance", { milliseconds: "1" }, 400, /milliseconds must be a whole number, not "1"/],
    [
      "GET",
      "/requests?operation=list",
      undefined,
      400,
      /^There is no operation "list"; there are login, listTickets, /,
    ],
    [
      "GET",
      "/requests?since=-1",
      undefined,
      400,
      /^The query parameter since must be a whole number from 0, not "-1"\.$/,
    ],
    [
      "GET",
      "/requests?sinse=1",
      undefined,
      400,
      /has no query parameter sinse; it takes operation, since, limit, session\.$/,
    ],
    ["POST", "/faults", undefined, 400, /^A fault is an object with a kind/],
    ["POST", "/faults", { kind: "rateLimt" }, 400, /^There is no fault "rateLimt"; there are drop, /],
    [
      "POST",
      "/faults",
      { kind: "drop", retryAfter: 1 },
      400,
      /^The fault drop has no option retryAfter; it takes performed, /,
    ],
    [
      "POST",
      "/faults",
      { kind: "drop", times: 0 },
      400,
      /^The fault drop: times must be a whole number from 1, not 0\.$/,
    ],
    ["DELETE", "/faults/9", undefined, 404, /^There is no fault "9"; none is in force\.$/],
    ["PUT", "/scenarios/flakey", undefined, 404, /^There is no scenario "flakey"; there are rateLimited, flaky, /],
    ["PUT", "/scenarios/constructor", undefined, 404, /^There is no scenario "constructor"/],
    ["POST", "/tokens/revoke", { token: "" }, 400, /token must be a text that is not empty, not ""/],
    ["DELETE", "/sessions/x", undefined, 404, /^There is no session "x"; there is none\.$/],
    ["DELETE", "/sessions/%ff", undefined, 400, /not percent-encoded UTF-8/],
    ["PUT", "/snapshot", {}, 400, /^The snapshot lacks seed/],
    ["PUT", "/snapshot", { ...snapshot, store: {} }, 400, /^The snapshot at \/store lacks deleted/],
    [
      "PUT",
      "/snapshot",
      { ...snapshot, store: { ...snapshot.store, deleted: ["1"] } },
      400,
      /deleted must be a list of whole numbers/,
    ],
    [
      "PUT",
      "/snapshot",
      { ...snapshot, store: { ...snapshot.store, created: [{ id: 1 }] } },
      400,
      /^The snapshot holds something that is no ticket, at \/store\/created\/0/,
    ],
    [
      "PUT",
      "/snapshot",
      { ...snapshot, credentials: { logins: [] } },
      400,
      /^The snapshot at \/credentials lacks revokedLogins/,
    ],
  ] as const)("%s %s with %j", (method, target, body, status, sentence) => {
    const { ask, world } = mock();
    const before = world.snapshot();
    const refusal = ask(method, target, body);
    expect(refusal.status).toBe(status);
    if (sentence) expect(refusal.json).toEqual({ detail: expect.stringMatching(sentence) });
    expect(world.snapshot()).toEqual(before);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
    "a body of the type %j",
    (type) => {
      const { ask } = mock();
      for (const [method, target, body] of [
        ["POST", "/reset", undefined],
        ["POST", "/faults", { kind: "drop" }],
        ["PUT", "/clock", { now: "2027-01-01T00:00:00Z" }],
      ] as const) {
        expect(ask(method, target, body, { "content-type": type })).toMatchObject({
          status: 415,
          json: { detail: expect.stringContaining("must be application/json") },
        });
      }
    },
  );
});
