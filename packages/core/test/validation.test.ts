import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type ClientEvent, type Drift, InvalidResponseError } from "../src/index.ts";
import { report, strict } from "../src/validation.ts";
import { connect } from "./support/client.ts";
import { collect } from "./support/collect.ts";
import { rejectionOf } from "./support/rejection.ts";
import { json, startService } from "./support/service.ts";
import { someReplies, someTickets, ticket } from "./support/tickets.ts";

const [reply] = someReplies(1);
const drifted = {
  ...ticket,
  messages_remaining: "many",
  priority: "high",
  ticket_replies: [reply, { ...reply, user: { ...reply?.user, email: null, avatar: "x.png" } }],
};

describe("report", () => {
  test("lets an answer through that departs from its schema, and tells where", async () => {
    await using service = await startService(json(200, drifted));
    const drifts: Drift[] = [];
    const client = connect(service, { validate: report(), onDrift: (drift) => drifts.push(drift) });
    expect(await client.tickets.get(ticket.id)).toEqual(drifted);
    const common = { operation: "getTicket", schema: "Ticket", count: 1 };
    const unknownField = {
      ...common,
      kind: "unknown-field",
      rule: "unknown-field",
      message: "is not part of the schema",
    };
    expect(drifts.sort((a, b) => a.at.localeCompare(b.at))).toEqual([
      { ...common, kind: "mismatch", at: "/messages_remaining", rule: "type", message: "must be integer" },
      { ...unknownField, at: "/priority" },
      { ...unknownField, at: "/ticket_replies/*/user/avatar" },
      { ...common, kind: "mismatch", at: "/ticket_replies/*/user/email", rule: "type", message: "must be string" },
    ]);
  });

  test("counts how often a departure was met", async () => {
    await using service = await startService(json(200, [drifted, ticket, drifted]));
    const drifts: Drift[] = [];
    const client = connect(service, { validate: report(), onDrift: (drift) => drifts.push(drift) });
    await client.tickets.list();
    await collect(client.tickets.stream());
    expect(drifts.filter(({ at }) => at === "/priority").map(({ count }) => count)).toEqual([1, 2, 3, 4]);
  });

  test("tells onEvent as well", async () => {
    await using service = await startService(json(201, { ...reply, mood: "good" }));
    const events: ClientEvent[] = [];
    const client = connect(service, { validate: report(), onEvent: (event) => events.push(event) });
    await client.replies.create(ticket.id, {});
    expect(events.at(-1)).toMatchObject({ type: "drift", schema: "TicketReply", at: "/mood" });
  });

  test("has nothing to say about an answer that fits", async () => {
    await using service = await startService(json(200, someTickets(3)));
    const drifts: Drift[] = [];
    await connect(service, { validate: report(), onDrift: (drift) => drifts.push(drift) }).tickets.list();
    expect(drifts).toEqual([]);
  });
});

describe("strict", () => {
  test("refuses an answer that breaks its schema, and names the fields", async () => {
    await using service = await startService(json(200, drifted));
    const error = await rejectionOf(
      connect(service, { validate: strict() }).tickets.get(ticket.id),
      InvalidResponseError,
    );
    expect(error.message).toContain("a ticket that breaks its schema (");
    expect(error.message).toContain("/messages_remaining must be integer");
    expect(error.issues).toContainEqual({ loc: ["messages_remaining"], msg: "must be integer", type: "type" });
  });

  test("refuses within a stream, at the ticket that is wrong", async () => {
    await using service = await startService(json(200, [ticket, drifted]));
    const stream = connect(service, { validate: strict() }).tickets.stream();
    expect((await stream.next()).value).toEqual(ticket);
    await rejectionOf(stream.next(), InvalidResponseError);
  });

  test("refuses a page with a reply that is wrong", async () => {
    const page = { count: 1, limit: 100, offset: 0, next: null, previous: null, results: [{}] };
    await using service = await startService(json(200, page));
    const call = connect(service, { validate: strict() }).replies.list(ticket.id);
    await expect(call).rejects.toThrow("/results/*/id is missing");
  });

  test("refuses a page with a ticket that is wrong", async () => {
    const page = { count: 1, limit: 100, offset: 0, next: null, previous: null, results: [drifted] };
    await using service = await startService(json(200, page));
    const reading = connect(service, { validate: strict() }).tickets.ofTeam(ticket.team_id);
    await expect(reading.next()).rejects.toThrow("/results/*/messages_remaining must be integer");
  });

  test("does not mind fields that the schema does not name, and tells onDrift", async () => {
    const extended = { ...ticket, priority: "high" };
    await using service = await startService(json(200, extended));
    const drifts: Drift[] = [];
    const client = connect(service, { validate: strict(), onDrift: (drift) => drifts.push(drift) });
    expect(await client.tickets.get(ticket.id)).toEqual(extended);
    expect(drifts).toMatchObject([{ kind: "unknown-field", at: "/priority" }]);
  });
});

test("without validation, an answer is handed out as it is", async () => {
  await using service = await startService(json(200, drifted));
  expect(await connect(service).tickets.get(ticket.id)).toEqual(drifted);
});

test("who does not ask for validation gets no validator: nothing but its entry imports one", () => {
  const folder = path.join(import.meta.dirname, "../src");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const importersOf = (module: RegExp) =>
    sources.filter((file) => module.test(readFileSync(path.join(folder, file), "utf8")));
  expect(importersOf(/^import (?!type).*contract\/validators"/m)).toEqual(["validation.ts"]);
  expect(importersOf(/from ".*\/validation\.ts"/)).toEqual([]);
});
