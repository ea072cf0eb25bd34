import { expect, test } from "vitest";
import { InvalidResponseError } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { paged } from "./support/paged-list.ts";
import { rejectionOf } from "./support/rejection.ts";
import { json, startService } from "./support/service.ts";
import { someReplies, ticket } from "./support/tickets.ts";

test("a page is asked for by number and size", async () => {
  await using service = await startService(paged(() => someReplies(7)));
  const page = await connect(service).replies.list(ticket.id, { page: 2, size: 3 });
  expect(page.results.map(({ description }) => description)).toEqual(["Reply 3", "Reply 4", "Reply 5"]);
  expect(service.requests[0]?.path).toBe(`/support/ticket/${ticket.id}/reply?page=2&size=3`);
});

test("what is not said about a page is left to the service", async () => {
  await using service = await startService(paged(() => []));
  await connect(service).replies.list(ticket.id);
  expect(service.requests[0]?.path).toBe(`/support/ticket/${ticket.id}/reply`);
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
