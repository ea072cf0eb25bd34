import { expect, test } from "vitest";
import { InvalidResponseError } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { collect } from "./support/collect.ts";
import { rejectionOf } from "./support/rejection.ts";
import { type Answer, json, startService } from "./support/service.ts";
import { someReplies, ticket } from "./support/tickets.ts";

const BASE = "http://service.test";

/** Pages through replies as the service does. */
function paged(count: number): Answer {
  const replies = someReplies(count);
  return (response, request) => {
    const { searchParams } = new URL(request.path, BASE);
    const limit = Number(searchParams.get("size") ?? 50);
    const offset = (Number(searchParams.get("page") ?? 1) - 1) * limit;
    const results = replies.slice(offset, offset + limit);
    json(200, { count, limit, offset, next: null, previous: null, results })(response, request);
  };
}

test("a page is asked for by number and size", async () => {
  await using service = await startService(paged(7));
  const page = await connect(service).replies.list(ticket.id, { page: 2, size: 3 });
  expect(page.results.map(({ description }) => description)).toEqual(["Reply 3", "Reply 4", "Reply 5"]);
  expect(service.requests[0]?.path).toBe(`/support/ticket/${ticket.id}/reply?page=2&size=3`);
});

test("what is not said about a page is left to the service", async () => {
  await using service = await startService(paged(0));
  await connect(service).replies.list(ticket.id);
  expect(service.requests[0]?.path).toBe(`/support/ticket/${ticket.id}/reply`);
});

test.each([
  [0, 1],
  [1, 1],
  [100, 1],
  [101, 2],
  [250, 3],
])("all %i replies are read, in %i requests", async (count, requests) => {
  await using service = await startService(paged(count));
  const replies = await collect(connect(service).replies.all(ticket.id));
  expect(replies).toEqual(someReplies(count));
  expect(service.requests).toHaveLength(requests);
});

test("the next page is only asked for when the one before is used up", async () => {
  await using service = await startService(paged(250));
  for await (const reply of connect(service).replies.all(ticket.id)) if (reply.description === "Reply 99") break;
  expect(service.requests).toHaveLength(1);
});

test("an empty page ends it, whatever the count says", async () => {
  const empty = { count: 9, limit: 100, offset: 0, next: null, previous: null, results: [] };
  await using service = await startService(json(200, empty));
  expect(await collect(connect(service).replies.all(ticket.id))).toEqual([]);
  expect(service.requests).toHaveLength(1);
});

test("an answer that is no page is refused", async () => {
  await using service = await startService(json(200, someReplies(2)));
  const error = await rejectionOf(connect(service).replies.list(ticket.id), InvalidResponseError);
  expect(error.message).toContain("was answered with JSON that is not a page of replies");
});

test("a reply can close its ticket", async () => {
  const [reply] = someReplies(1);
  await using service = await startService(json(201, reply));
  expect(await connect(service).replies.create(ticket.id, { description: "Thanks", resolve: true })).toEqual(reply);
  expect(service.requests[0]).toMatchObject({ method: "POST", body: '{"description":"Thanks","resolve":true}' });
});
