import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import {
  type ClientEvent,
  ConnectionError,
  NotFoundError,
  RateLimitError,
  ServiceError,
  type TicketClient,
} from "../src/index.ts";
import { connect } from "./support/client.ts";
import { closedPort } from "./support/closed-port.ts";
import { rejectionOf } from "./support/rejection.ts";
import { type Answer, cutOff, json, raw, reset, startService } from "./support/service.ts";
import { ticket } from "./support/tickets.ts";

const create = (client: TicketClient) =>
  client.tickets.create({ subject: "s", description: "d", team_id: ticket.team_id });
const created = json(201, ticket);

describe("what is read is asked for again", () => {
  test.each<[string, Answer]>([
    ["a 408", json(408, { detail: "Timeout" })],
    ["a 429", json(429, { detail: "Too Many Requests" })],
    ["a 500", json(500, { detail: "Internal Server Error" })],
    ["a 502 with HTML", raw(502, "<html></html>")],
    ["a 503", raw(503, "")],
    ["a 504", raw(504, "")],
    ["a broken connection", reset],
    ["an answer that broke off", cutOff(200, '{"id":')],
  ])("after %s", async (_, failure) => {
    await using service = await startService(failure, failure, json(200, ticket));
    expect(await connect(service).tickets.get(ticket.id)).toEqual(ticket);
    expect(service.requests).toHaveLength(3);
  });

  test("three times at most, and the error says how often it was tried", async () => {
    await using service = await startService(raw(500, ""));
    const error = await rejectionOf(connect(service).tickets.list(), ServiceError);
    expect(error.attempts).toBe(4);
    expect(service.requests).toHaveLength(4);
  });

  test("as often as the client or the call says", async () => {
    await using service = await startService(raw(500, ""));
    const client = connect(service, { retry: { retries: 1, baseMs: 1 } });
    expect(await rejectionOf(client.tickets.list(), ServiceError)).toMatchObject({ attempts: 2 });
    expect(await rejectionOf(client.tickets.list({ retry: { retries: 0 } }), ServiceError)).toMatchObject({
      attempts: 1,
    });
  });

  test("and so is a change, which sets a value, with the same body", async () => {
    await using service = await startService(reset, json(200, ticket));
    await connect(service).tickets.update(ticket.id, { openai_custom_instructions: "In French" });
    expect(service.requests.map(({ body }) => body)).toEqual(
      Array(2).fill('{"openai_custom_instructions":"In French"}'),
    );
  });
});

describe("what creates is only sent again when nothing was done for certain", () => {
  test.each<[string, Answer]>([
    ["a 500", json(500, { detail: "Internal Server Error" })],
    ["a 502", raw(502, "")],
    ["a 503 without Retry-After", raw(503, "")],
    ["a 504", raw(504, "")],
    ["a 408", raw(408, "")],
    ["a broken connection", reset],
    ["an answer that broke off", cutOff(201, '{"id":')],
  ])("never after %s", async (_, failure) => {
    await using service = await startService(failure, created);
    await expect(create(connect(service))).rejects.toThrow("POST");
    expect(service.requests).toHaveLength(1);
  });

  test.each<[string, Answer]>([
    ["a 429", raw(429, "")],
    ["a 503 with Retry-After", raw(503, "", { "Retry-After": "0" })],
  ])("after %s", async (_, refusal) => {
    await using service = await startService(refusal, created);
    expect(await create(connect(service))).toEqual(ticket);
    expect(service.requests).toHaveLength(2);
    expect(service.requests[1]?.body).toBe(service.requests[0]?.body);
  });

  test("after a refused connection", async () => {
    const port = await closedPort();
    const server = createServer((_, response) => created(response, { method: "", path: "", headers: {}, body: "" }));
    const events: ClientEvent[] = [];
    const client = connect(
      { baseUrl: `http://127.0.0.1:${port}` },
      {
        retry: { retries: 50, baseMs: 20, capMs: 20 },
        onEvent(event) {
          events.push(event);
          if (events.length === 3) server.listen(port, "127.0.0.1");
        },
      },
    );
    expect(await create(client)).toEqual(ticket);
    expect(events[2]).toMatchObject({ type: "retry", reason: expect.stringContaining("connection refused") });
    server.closeAllConnections();
    server.close();
  });
});

describe("a ticket that a repeated DELETE no longer finds", () => {
  const notFound = json(404, { detail: "Not Found" });

  test.each<[string, Answer]>([
    ["a broken connection", reset],
    ["a 500", raw(500, "")],
  ])("was deleted by the first, after %s", async (_, failure) => {
    await using service = await startService(failure, notFound);
    await expect(connect(service).tickets.delete(ticket.id)).resolves.toBeUndefined();
  });

  test("was not there before, when the first was refused", async () => {
    await using service = await startService(raw(429, ""), notFound);
    await rejectionOf(connect(service).tickets.delete(ticket.id), NotFoundError);
  });

  test("was not there at all, when the first already says so", async () => {
    await using service = await startService(notFound);
    await rejectionOf(connect(service).tickets.delete(ticket.id), NotFoundError);
  });
});

describe("how long it waits", () => {
  test("as long as the service asks, which onEvent tells", async () => {
    await using service = await startService(raw(429, "", { "Retry-After": "0.05" }), json(200, []));
    const events: ClientEvent[] = [];
    const startedAt = performance.now();
    await connect(service, { onEvent: (event) => events.push(event) }).tickets.list();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(49);
    expect(events.map(({ type }) => type)).toEqual(["request", "response", "retry", "request", "response"]);
    expect(events[2]).toMatchObject({ operation: "listTickets", attempt: 1, delayMs: 50, reason: "status 429" });
  });

  test("not at all, when the service asks for more than the deadline leaves: the error says when to come back", async () => {
    await using service = await startService(raw(429, "", { "Retry-After": "3600" }));
    const error = await rejectionOf(connect(service).tickets.list(), RateLimitError);
    expect(error).toMatchObject({ attempts: 1, retryAfterMs: 3_600_000 });
    expect(error.message).toContain("come back in 3600 s");
    expect(error.elapsedMs).toBeLessThan(5_000);
  });
});

test("when nobody listens, the error says so in plain words", async () => {
  const baseUrl = `http://127.0.0.1:${await closedPort()}`;
  const error = await rejectionOf(connect({ baseUrl }).tickets.list(), ConnectionError);
  expect(error.message).toBe(
    `GET ${baseUrl}/support/ticket got no answer after 4 attempts (connection refused): check the network and the base URL.`,
  );
  expect(error).toMatchObject({ status: undefined, cause: { cause: { code: "ECONNREFUSED" } } });
});
