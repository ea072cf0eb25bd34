import { expect, test } from "vitest";
import { type ClientEvent, password, RequestTimeoutError } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { collect } from "./support/collect.ts";
import { rejectionOf } from "./support/rejection.ts";
import { cutOff, json, raw, reset, silence, startService } from "./support/service.ts";
import { someTickets, ticket } from "./support/tickets.ts";

/** Collects what a client tells, in order. */
function listen() {
  const events: ClientEvent[] = [];
  return { events, onEvent: (event: ClientEvent) => void events.push(event) };
}

const typesOf = (events: readonly ClientEvent[]) => events.map(({ type }) => type);
const anyTime = expect.any(Number);

test("a call that goes well is a request and a response, with what is known of both", async () => {
  await using service = await startService(json(200, ticket, { "X-Request-Id": "req-7" }));
  const { events, onEvent } = listen();
  await connect(service, { onEvent }).tickets.get(ticket.id);
  const attempt = {
    call: 1,
    operation: "getTicket",
    method: "GET",
    url: `${service.baseUrl}/support/ticket/${ticket.id}`,
    attempt: 1,
    elapsedMs: anyTime,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(ticket)).length;
  expect(events).toEqual([
    { type: "request", ...attempt },
    { type: "response", ...attempt, attemptMs: anyTime, status: 200, requestId: "req-7", bytes },
  ]);
});

test("calls at the same time are told apart by their numbers", async () => {
  await using service = await startService(json(200, ticket));
  const { events, onEvent } = listen();
  const { tickets } = connect(service, { onEvent });
  await Promise.all([tickets.get(ticket.id), tickets.get(ticket.id)]);
  for (const call of [1, 2]) {
    expect(typesOf(events.filter((event) => "call" in event && event.call === call))).toEqual(["request", "response"]);
  }
});

test("an attempt that got no answer is a failure, and the next one a retry", async () => {
  await using service = await startService(reset, cutOff(200, '{"id":'), json(200, ticket));
  const { events, onEvent } = listen();
  await connect(service, { onEvent }).tickets.get(ticket.id);
  expect(typesOf(events)).toEqual([
    ...["request", "failure", "retry"],
    ...["request", "failure", "retry"],
    ...["request", "response"],
  ]);
  expect(events[1]).toMatchObject({ attempt: 1, attemptMs: anyTime, reason: expect.stringContaining("got no answer") });
  expect(events[4]).toMatchObject({ attempt: 2, reason: expect.stringContaining("was cut off after 6 bytes") });
});

test("the time of an attempt leaves out the waits before it", async () => {
  await using service = await startService(raw(429, "", { "Retry-After": "0.3" }), json(200, ticket));
  const { events, onEvent } = listen();
  await connect(service, { onEvent }).tickets.get(ticket.id);
  const last = events.at(-1);
  if (last?.type !== "response") throw new Error(`It ended with ${last?.type}.`);
  expect(last.elapsedMs - last.attemptMs).toBeGreaterThanOrEqual(299);
});

test("a token that was renewed after a 401 is a refresh, between the two requests", async () => {
  const login = json(200, { access_token: "t", token_type: "bearer" });
  const unauthorized = json(401, { detail: "Unauthorized" });
  await using service = await startService(login, unauthorized, login, json(200, ticket));
  const { events, onEvent } = listen();
  const auth = password({ username: "ada", password: "secret" });
  await connect(service, { auth, onEvent }).tickets.get(ticket.id);
  expect(events.map((event) => `${event.type} ${event.operation}`)).toEqual([
    ...["request login", "response login", "request getTicket", "response getTicket"],
    ...["request login", "response login", "refresh getTicket"],
    ...["request getTicket", "response getTicket"],
  ]);
  expect(events[6]).toMatchObject({ attempt: 1 });
  expect(events[7]).toMatchObject({ attempt: 2 });
});

test("a token that could not be renewed is no refresh", async () => {
  const login = json(200, { access_token: "t", token_type: "bearer" });
  await using service = await startService(login, json(401, {}), json(400, { detail: "LOGIN_BAD_CREDENTIALS" }));
  const { events, onEvent } = listen();
  const auth = password({ username: "ada", password: "secret" });
  await expect(connect(service, { auth, onEvent }).tickets.get(ticket.id)).rejects.toThrow("was refused");
  expect(typesOf(events)).not.toContain("refresh");
});

test("a stream's response is told at its head, when its length is not known", async () => {
  await using service = await startService(json(200, someTickets(2)));
  const { events, onEvent } = listen();
  await collect(connect(service, { onEvent }).tickets.stream());
  expect(typesOf(events)).toEqual(["request", "response"]);
  expect(events[1]).toMatchObject({ status: 200, bytes: undefined });
});

test("a call that its caller ends is a failure that says so", async () => {
  const controller = new AbortController();
  await using service = await startService(() => controller.abort(new Error("canary")));
  const { events, onEvent } = listen();
  const call = connect(service, { onEvent }).tickets.list({ signal: controller.signal });
  await expect(call).rejects.toThrow("canary");
  expect(typesOf(events)).toEqual(["request", "failure"]);
  expect(events[1]).toMatchObject({ reason: "aborted by the caller" });
});

test("a call that the deadline ends is a failure that says so", async () => {
  await using service = await startService(silence);
  const { events, onEvent } = listen();
  const call = connect(service, { onEvent }).tickets.list({ timeouts: { deadlineMs: 200 } });
  await rejectionOf(call, RequestTimeoutError);
  expect(typesOf(events)).toEqual(["request", "failure"]);
  expect(events[1]).toMatchObject({ reason: expect.stringContaining("was not done within 0.2 s") });
});
