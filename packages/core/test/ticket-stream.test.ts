import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { InvalidResponseError, JsonArrayError, ServiceError, type Ticket } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { collect } from "./support/collect.ts";
import { rejectionOf } from "./support/rejection.ts";
import { type Answer, cutOff, html, json, raw, reset, startService } from "./support/service.ts";
import { someTickets } from "./support/tickets.ts";

/** Begins the list with these tickets, and hands the open response to the test. */
function beginList(tickets: readonly Ticket[]) {
  const { promise, resolve } = Promise.withResolvers<ServerResponse>();
  const answer: Answer = (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write(`[${tickets.map((ticket) => `${JSON.stringify(ticket)},`).join("")}`);
    resolve(response);
  };
  return { answer, open: promise };
}

const streams = ["stream", "streamBytes"] as const;

test("tickets come one at a time, as they are in the list", async () => {
  await using service = await startService(json(200, someTickets(300)));
  expect(await collect(connect(service).tickets.stream())).toEqual(someTickets(300));
});

test("the first ticket is handed out before the list has ended", async () => {
  const [first, last] = someTickets(2) as [Ticket, Ticket];
  const { answer, open } = beginList([first]);
  await using service = await startService(answer);
  const stream = connect(service).tickets.stream();
  expect((await stream.next()).value).toEqual(first);
  (await open).end(`${JSON.stringify(last)}]`);
  expect((await stream.next()).value).toEqual(last);
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test("streamBytes hands out each ticket's bytes as they were sent, in batches", async () => {
  const written = ['{ "id" : "a", "n": 1.0 }', '{"id":"\\u0062", "n": 1e2}'];
  await using service = await startService(raw(200, `[\n ${written.join(" ,\n ")}\n]\n`));
  const batches = await collect(connect(service).tickets.streamBytes());
  const decoder = new TextDecoder();
  expect(batches.flat().map((bytes) => decoder.decode(bytes))).toEqual(written);
  expect(batches.every((batch) => batch.length > 0)).toBe(true);
});

test("nothing is sent before the first ticket is asked for", async () => {
  await using service = await startService(json(200, []));
  const stream = connect(service).tickets.stream();
  expect(service.requests).toHaveLength(0);
  expect(await collect(stream)).toEqual([]);
});

test.each(streams)("leaving the loop over %s cancels the transfer", async (kind) => {
  const { answer, open } = beginList(someTickets(2));
  await using service = await startService(answer);
  for await (const _ of connect(service).tickets[kind]()) break;
  const response = await open;
  if (!response.closed) await once(response, "close");
  expect(response.writableFinished).toBe(false);
});

test("a failure before the head is tried again", async () => {
  await using service = await startService(reset, raw(503, ""), json(200, someTickets(1)));
  expect(await collect(connect(service).tickets.stream())).toHaveLength(1);
});

test("a refusal is the same error as everywhere", async () => {
  await using service = await startService(raw(500, ""));
  const error = await rejectionOf(collect(connect(service).tickets.stream()), ServiceError);
  expect(error).toMatchObject({ operation: "listTickets", attempts: 4 });
});

describe.each(streams)("a list that is no whole list is an error of %s, never a short list", (kind) => {
  const [first] = someTickets(1);
  const begun = `[${JSON.stringify(first)}`;

  test.each<[string, Answer, string]>([
    ["a broken connection", cutOff(200, begun), "was cut off after"],
    [
      "an end that comes too early",
      raw(200, `${begun},`),
      "is not a complete JSON array: The JSON array is cut off at byte",
    ],
    ["nothing at all", raw(200, ""), "Nothing came instead of a JSON array at byte 0"],
    ["nothing but a head", (response) => response.writeHead(200).end(), "Nothing came instead of a JSON array"],
    ["HTML", html(200), "was answered with HTML instead of JSON (status 200): check the base URL."],
    ["an object", json(200, { detail: "x" }), 'Expected "[" but found "{" at byte 0 (status 200): check the base URL.'],
    ["a second list", raw(200, "[] []"), "Expected nothing after the array but found"],
  ])("%s", async (_, answer, message) => {
    await using service = await startService(answer);
    const reading = collect<unknown>(connect(service).tickets[kind]());
    const error = await rejectionOf(reading, InvalidResponseError);
    expect(error.message).toContain(`GET ${service.baseUrl}/support/ticket was`);
    expect(error.message).toContain(message);
  });
});

test("the offset of the mistake is known to programs", async () => {
  await using service = await startService(raw(200, "[{} {}]"));
  const error = await rejectionOf(collect(connect(service).tickets.stream()), InvalidResponseError);
  expect(error.cause).toBeInstanceOf(JsonArrayError);
  expect(error.cause).toMatchObject({ offset: 4, truncated: false });
});

test.each([
  ["[{]}]", "Expected the bracket that was opened to be closed"],
  ['[{"id" 7}]', "something that is not JSON"],
  ["[7]", "JSON that is not a ticket"],
])("an element that is no ticket, as in %s, is an error of stream", async (body, message) => {
  await using service = await startService(raw(200, body));
  await expect(collect(connect(service).tickets.stream())).rejects.toThrow(message);
});
