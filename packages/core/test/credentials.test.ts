import { describe, expect, test } from "vitest";
import { AuthenticationError, bearer, cookie, password } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { rejectionOf } from "./support/rejection.ts";
import { type Answer, json, raw, startService } from "./support/service.ts";

const LOGIN = "/auth/jwt/login";
const unauthorized = json(401, { detail: "Unauthorized" });

/** Accepts the newest token that it has issued, once it has issued `stale` others. */
function serviceWithLogin({ stale = 0 } = {}): Answer {
  let issued = 0;
  return (response, request) => {
    if (request.path === LOGIN) {
      issued += 1;
      return json(200, { access_token: `token-${issued}`, token_type: "bearer" })(response, request);
    }
    const accepted = issued > stale && request.headers.authorization === `Bearer token-${issued}`;
    return (accepted ? json(200, []) : unauthorized)(response, request);
  };
}

const pathsOf = ({ requests }: { requests: readonly { path: string }[] }) => requests.map(({ path }) => path);

describe("bearer", () => {
  test("sends the token", async () => {
    await using service = await startService(json(200, []));
    await connect(service, { auth: bearer("abc") }).tickets.list();
    expect(service.requests[0]?.headers.authorization).toBe("Bearer abc");
  });

  test("asks the function for every attempt", async () => {
    await using service = await startService(raw(500, ""), json(200, []));
    let count = 0;
    await connect(service, { auth: bearer(async () => `token-${++count}`) }).tickets.list();
    expect(service.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test("is not repeated after a 401: the token would be the same", async () => {
    await using service = await startService(unauthorized);
    await rejectionOf(connect(service).tickets.list(), AuthenticationError);
    expect(service.requests).toHaveLength(1);
  });

  test.each([undefined, ""])("says that there is no token when it is %o", (token) => {
    expect(() => bearer(token)).toThrow("There is no bearer token: check where it is read from.");
  });

  test("refuses a token that a header cannot carry, without quoting it", () => {
    expect(() => bearer("abc\n")).toThrow(/line break.*trim it/);
    expect(() => bearer("abc\n")).not.toThrow("abc");
  });

  test("lets what the token function throws through", async () => {
    const failure = new Error("The vault is closed.");
    const client = connect({ baseUrl: "http://127.0.0.1:9" }, { auth: bearer(() => Promise.reject(failure)) });
    await expect(client.tickets.list()).rejects.toBe(failure);
  });
});

describe("cookie", () => {
  test("sends the cookie that the API's description names", async () => {
    await using service = await startService(json(200, []));
    await connect(service, { auth: cookie("abc") }).tickets.list();
    expect(service.requests[0]?.headers.cookie).toBe("msb=abc");
  });

  test("refuses a value that would smuggle in another one", () => {
    expect(() => cookie("abc; admin=1")).toThrow("a character that a cookie cannot have");
  });
});

describe("password", () => {
  const auth = password({ username: "ada@example.com", password: "correct horse & battery" });

  test("logs in with a form before the first request, and keeps the token", async () => {
    await using service = await startService(serviceWithLogin());
    const client = connect(service, { auth });
    await client.tickets.list();
    await client.tickets.list();
    expect(pathsOf(service)).toEqual([LOGIN, "/support/ticket", "/support/ticket"]);
    expect(service.requests[0]).toMatchObject({
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "username=ada%40example.com&password=correct+horse+%26+battery",
    });
    expect(service.requests[0]?.headers.authorization).toBeUndefined();
  });

  test("logs in once for requests that start together", async () => {
    await using service = await startService(serviceWithLogin());
    const client = connect(service, { auth });
    await Promise.all(Array.from({ length: 5 }, () => client.tickets.list()));
    expect(pathsOf(service).filter((path) => path === LOGIN)).toHaveLength(1);
  });

  test("logs in once more for five requests whose token has gone stale, and repeats each", async () => {
    await using service = await startService(serviceWithLogin({ stale: 1 }));
    const client = connect(service, { auth });
    const lists = await Promise.all(Array.from({ length: 5 }, () => client.tickets.list()));
    expect(lists).toEqual(Array(5).fill([]));
    expect(pathsOf(service).filter((path) => path === LOGIN)).toHaveLength(2);
    expect(service.requests).toHaveLength(2 + 5 + 5);
  });

  test("keeps the newer token when a late 401 is about the older one", async () => {
    const { promise: renewed, resolve: haveRenewed } = Promise.withResolvers<void>();
    const answer = serviceWithLogin({ stale: 1 });
    let lists = 0;
    await using service = await startService((response, request) => {
      if (request.path !== LOGIN) lists += 1;
      // The second request of the stale token is only answered when the first has the new one.
      if (lists === 2 && request.path !== LOGIN) renewed.then(() => unauthorized(response, request));
      else answer(response, request);
    });
    const client = connect(service, { auth });
    const both = [client.tickets.list().then(() => haveRenewed()), client.tickets.list()];
    await Promise.all(both);
    expect(pathsOf(service).filter((path) => path === LOGIN)).toHaveLength(2);
  });

  test("repeats a request once only", async () => {
    await using service = await startService(serviceWithLogin({ stale: 99 }));
    const error = await rejectionOf(connect(service, { auth }).tickets.list(), AuthenticationError);
    expect(error).toMatchObject({ operation: "listTickets", status: 401, attempts: 2 });
    expect(pathsOf(service)).toEqual([LOGIN, "/support/ticket", LOGIN, "/support/ticket"]);
  });

  test("says when the login is refused, and tries again the next time", async () => {
    await using service = await startService(json(400, { detail: "LOGIN_BAD_CREDENTIALS" }), serviceWithLogin());
    const client = connect(service, { auth });
    const error = await rejectionOf(client.tickets.list(), AuthenticationError);
    expect(error).toMatchObject({ operation: "login", status: 400, detail: "LOGIN_BAD_CREDENTIALS" });
    expect(error.message).toContain("check the user name and the password");
    expect(await client.tickets.list()).toEqual([]);
  });

  test("survives a login that fails in passing", async () => {
    const answer = serviceWithLogin();
    await using service = await startService(raw(502, ""), answer);
    expect(await connect(service, { auth }).tickets.list()).toEqual([]);
  });

  test("lets one caller give up while the others wait for the same login", async () => {
    const controller = new AbortController();
    const reason = new Error("No time.");
    const { promise: aborted, resolve: haveAborted } = Promise.withResolvers<void>();
    const answer = serviceWithLogin();
    await using service = await startService((response, request) => {
      if (request.path !== LOGIN) return answer(response, request);
      controller.abort(reason);
      aborted.then(() => answer(response, request));
    });
    const client = connect(service, { auth });
    const patient = client.tickets.list();
    await expect(client.tickets.list({ signal: controller.signal })).rejects.toBe(reason);
    haveAborted();
    expect(await patient).toEqual([]);
  });
});
