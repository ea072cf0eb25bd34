import { describe, expect, test } from "vitest";
import {
  AuthenticationError,
  InvalidRequestError,
  InvalidResponseError,
  isTicketApiError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServiceError,
  TicketApiError,
} from "../src/index.ts";
import { connect } from "./support/client.ts";
import { rejectionOf } from "./support/rejection.ts";
import { type Answer, cutOff, html, json, raw, startService } from "./support/service.ts";
import { ticket } from "./support/tickets.ts";

const once = { retry: { retries: 0 } };

describe("a refusal becomes the error that a caller would treat differently", () => {
  const detail = "Something is wrong";

  test.each([
    [400, InvalidRequestError, 'was rejected (status 400, "Something is wrong"): change the request.'],
    [
      401,
      AuthenticationError,
      'was refused (status 401, "Something is wrong"): check the credential; it may have expired.',
    ],
    [403, PermissionError, 'is not allowed (status 403, "Something is wrong"): use a credential with more rights.'],
    [404, NotFoundError, 'found nothing (status 404, "Something is wrong"): check the id.'],
    [409, InvalidRequestError, 'was rejected (status 409, "Something is wrong"): change the request.'],
    [429, RateLimitError, 'was one request too many (status 429, "Something is wrong"): come back in 7 s.'],
    [500, ServiceError, 'failed at the service (status 500, "Something is wrong"): come back in 7 s.'],
    [503, ServiceError, 'failed at the service (status 503, "Something is wrong"): come back in 7 s.'],
  ])("%i: %o", async (status, expected, message) => {
    await using service = await startService(json(status, { detail }, { "X-Request-Id": "r-1", "Retry-After": "7" }));
    const error = await rejectionOf(connect(service).tickets.get(ticket.id, once), expected);
    expect(error.message).toBe(`GET ${service.baseUrl}/support/ticket/${ticket.id} ${message}`);
    expect(error).toMatchObject({
      name: expected.name,
      operation: "getTicket",
      method: "GET",
      url: `${service.baseUrl}/support/ticket/${ticket.id}`,
      status,
      requestId: "r-1",
      attempts: 1,
      retryAfterMs: 7_000,
      detail,
      issues: [],
      specHash: expect.stringMatching(/^sha256:/),
    });
    expect(error.elapsedMs).toBeGreaterThanOrEqual(0);
  });

  test("422, with the failing fields and nothing of their values", async () => {
    const issue = { loc: ["body", "subject"], msg: "Field required", type: "missing" };
    const more = { input: { subject: "what a customer wrote" }, url: "https://errors.pydantic.dev" };
    await using service = await startService(json(422, { detail: [{ ...issue, ...more }] }));
    const error = await rejectionOf(connect(service).tickets.update(ticket.id, {}), InvalidRequestError);
    expect(error.issues).toEqual([issue]);
    expect(error.message).toContain("(status 422): change the request. body.subject: Field required.");
    expect(JSON.stringify(error)).not.toContain("customer");
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["a list", []],
    ["a detail that is a number", { detail: 7 }],
    ["issues of another shape", { detail: [null, "x", { loc: 1, msg: 2, type: 3 }] }],
  ])("whose body may be %s", async (_, body) => {
    await using service = await startService(json(403, body));
    const error = await rejectionOf(connect(service).tickets.list(), PermissionError);
    expect(error).toMatchObject({ detail: undefined, issues: [] });
  });

  test("by its status alone, when its body breaks off", async () => {
    await using service = await startService(cutOff(403, '{"detail": "For'));
    expect(await rejectionOf(connect(service).tickets.list(), PermissionError)).toMatchObject({ status: 403 });
  });

  test("and the list that is not found points at the base URL", async () => {
    await using service = await startService(json(404, { detail: "Not Found" }));
    await expect(connect(service).tickets.list()).rejects.toThrow("check the base URL");
  });
});

describe("an answer that is no use says what it is", () => {
  test.each<[string, Answer, string]>([
    ["HTML with a 200", html(200), "was answered with HTML instead of JSON (status 200): check the base URL."],
    ["an empty 200", raw(200, ""), "was answered with an empty body (status 200): try again."],
    ["a 204", raw(204, ""), "was answered with an empty body (status 204): try again."],
    [
      "JSON that ends too early",
      raw(200, '[{"id": "6f1'),
      "was answered with JSON that is cut off after 12 characters (status 200): try again.",
    ],
    [
      "JSON that ends within an object",
      raw(200, '[{"id":{'),
      "was answered with JSON that is cut off after 8 characters (status 200): try again.",
    ],
    [
      "brackets that do not match",
      raw(200, '[{"id":7]'),
      "was answered with something that is not JSON (status 200): check the base URL.",
    ],
    ["a text", raw(200, "all fine"), "was answered with something that is not JSON (status 200): check the base URL."],
    [
      "JSON of another kind",
      json(200, { detail: "x" }),
      "was answered with JSON that is not a list (status 200): check the base URL.",
    ],
    [
      "a list of something else",
      json(200, [7]),
      "was answered with JSON that is not a ticket (status 200): check the base URL.",
    ],
    ["a broken transfer", cutOff(200, "[1"), "was cut off after 2 bytes of the answer (connection closed): try again."],
  ])("%s", async (_, answer, message) => {
    await using service = await startService(answer);
    const error = await rejectionOf(connect(service).tickets.list(once), InvalidResponseError);
    expect(error.message).toBe(`GET ${service.baseUrl}/support/ticket ${message}`);
    expect(error.operation).toBe("listTickets");
  });

  test("an empty 500", async () => {
    await using service = await startService(raw(500, ""));
    await expect(connect(service).tickets.list(once)).rejects.toThrow(
      "failed at the service (status 500, empty body): try again later.",
    );
  });

  test("a 502 with HTML", async () => {
    await using service = await startService(html(502));
    await expect(connect(service).tickets.list(once)).rejects.toThrow(
      "failed at the service (status 502, HTML instead of JSON): try again later.",
    );
  });

  test("a write that is sent elsewhere, where it would arrive as a GET", async () => {
    await using service = await startService(raw(301, "", { Location: "/elsewhere" }));
    const body = { subject: "s", description: "d", team_id: ticket.team_id };
    const error = await rejectionOf(connect(service).tickets.create(body), InvalidResponseError);
    expect(error.message).toContain("was redirected (status 301, empty body): check the base URL.");
    expect(service.requests).toHaveLength(1);
  });
});

describe("deleting", () => {
  test.each<[string, Answer]>([
    ["an empty object", json(200, {})],
    ["any JSON", json(200, null)],
    ["nothing", raw(204, "")],
  ])("is done when the answer is %s", async (_, answer) => {
    await using service = await startService(answer);
    await expect(connect(service).tickets.delete(ticket.id)).resolves.toBeUndefined();
  });

  test("is not done when the answer is a page that asks to sign in", async () => {
    await using service = await startService(html(200));
    await rejectionOf(connect(service).tickets.delete(ticket.id), InvalidResponseError);
  });
});

describe("an id that would lead to another operation is refused before anything is sent", () => {
  test.each(["", ".", ".."])("%o", async (id) => {
    await using service = await startService(json(200, []));
    const error = await rejectionOf(connect(service).tickets.get(id), InvalidRequestError);
    expect(error.message).toBe(
      `GET ${service.baseUrl}/support/ticket/{ticket_id} was not sent, because ticket_id is "${id}": pass the id of a ticket.`,
    );
    expect(error).toMatchObject({ operation: "getTicket", attempts: 0 });
    expect(service.requests).toHaveLength(0);
  });

  test("of a team as well", async () => {
    await using service = await startService(json(200, []));
    await expect(connect(service).tickets.ofTeam("").next()).rejects.toThrow(
      'because team_id is "": pass the id of a team.',
    );
    expect(service.requests).toHaveLength(0);
  });

  test("a missing one, from JavaScript", async () => {
    await using service = await startService(json(200, []));
    const { tickets }: { tickets: { delete(): Promise<void> } } = connect(service) as never;
    await expect(tickets.delete()).rejects.toThrow("because ticket_id is missing");
    expect(service.requests).toHaveLength(0);
  });

  test("also through client.raw", async () => {
    await using service = await startService(json(200, []));
    const params = { path: { ticket_id: "" } };
    await rejectionOf(connect(service).raw.DELETE("/support/ticket/{ticket_id}", { params }), InvalidRequestError);
    expect(service.requests).toHaveLength(0);
  });

  test("while any other is sent percent-encoded", async () => {
    await using service = await startService(json(200, ticket));
    await connect(service).tickets.get("a/b?c#d é");
    expect(service.requests[0]?.path).toBe("/support/ticket/a%2Fb%3Fc%23d%20%C3%A9");
  });
});

describe("an error", () => {
  const facts = {
    operation: "listTickets",
    method: "GET",
    url: "https://service.test",
    attempts: 1,
    elapsedMs: 5,
  } as const;

  test("can be told from others", () => {
    expect(isTicketApiError(new ServiceError("x", facts))).toBe(true);
    expect(isTicketApiError(new Error("x"))).toBe(false);
    expect(isTicketApiError({ status: 500 })).toBe(false);
  });

  test("becomes JSON with its name, its message and all it knows", () => {
    const error = new RateLimitError("Too many", {
      ...facts,
      status: 429,
      retryAfterMs: 1_000,
      cause: new Error("why"),
    });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      ...facts,
      name: "RateLimitError",
      message: "Too many",
      status: 429,
      retryAfterMs: 1_000,
      issues: [],
      specHash: error.specHash,
      cause: { name: "Error", message: "why" },
    });
  });

  test("is an Error and a TicketApiError under its own name", () => {
    const error = new NotFoundError("x", facts);
    expect(error).toBeInstanceOf(TicketApiError);
    expect(String(error)).toBe("NotFoundError: x");
  });
});

test.each([
  ["support", "must be an http(s) URL"],
  ["ftp://service.test", "must be an http(s) URL"],
  ["https://ada:pw@service.test", "must not contain a user name or a password"],
  ["https://service.test/?a=b", "leave out what begins with ? or #"],
])("a base URL like %o is refused when the client is made", (baseUrl, message) => {
  expect(() => connect({ baseUrl })).toThrow(message);
});
