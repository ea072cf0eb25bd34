import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { type CallOptions, InvalidResponseError, NotFoundError, type TicketClient } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { collect } from "./support/collect.ts";
import { aPage, paged } from "./support/paged-list.ts";
import { rejectionOf } from "./support/rejection.ts";
import { type Answer, html, json, raw, reset, startService } from "./support/service.ts";
import { someReplies, someTickets, ticket } from "./support/tickets.ts";

interface PagedList {
  readonly operation: string;
  readonly path: string;
  readonly some: (count: number) => { readonly id: string }[];
  readonly read: (client: TicketClient, options?: CallOptions) => AsyncGenerator<unknown, void, undefined>;
}

const decoder = new TextDecoder();

const lists: [string, PagedList][] = [
  [
    "replies.all",
    {
      operation: "listTicketReplies",
      path: `/support/ticket/${ticket.id}/reply`,
      some: someReplies,
      read: (client, options) => client.replies.all(ticket.id, options),
    },
  ],
  [
    "tickets.ofTeam",
    {
      operation: "listTeamTickets",
      path: `/team/${ticket.team_id}/ticket`,
      some: someTickets,
      read: (client, options) => client.tickets.ofTeam(ticket.team_id, options),
    },
  ],
  [
    "tickets.ofTeamBytes",
    {
      operation: "listTeamTickets",
      path: `/team/${ticket.team_id}/ticket`,
      some: someTickets,
      async *read(client, options) {
        for await (const { tickets } of client.tickets.ofTeamBytes(ticket.team_id, options)) {
          for (const bytes of tickets) yield JSON.parse(decoder.decode(bytes));
        }
      },
    },
  ],
];

/** A request that waits for its answer. */
interface Waiting {
  readonly response: ServerResponse;
  give(answer: Answer): void;
}

/** An answer that a test gives when it sees fit. */
function heldBack() {
  const { promise, resolve } = Promise.withResolvers<Waiting>();
  const answer: Answer = (response, request) => resolve({ response, give: (later) => later(response, request) });
  return { answer, asked: promise };
}

/** Gives whatever is under way the time of a whole exchange. */
async function settle() {
  await using service = await startService(json(200, []));
  await connect(service).tickets.list();
}

describe.each(lists)("%s", (_, { operation, path, some, read }) => {
  const all = some(250);

  test.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])("reads all of %i, in %i requests", async (count, requests) => {
    await using service = await startService(paged(() => all.slice(0, count)));
    expect(await collect(read(connect(service)))).toEqual(all.slice(0, count));
    expect(service.requests.map((request) => request.path)).toEqual(
      Array.from({ length: requests }, (_, i) => `${path}?page=${i + 1}&size=100`),
    );
  });

  test("sends nothing before the first is asked for", async () => {
    await using service = await startService(paged(() => all));
    const reading = read(connect(service));
    await settle();
    expect(service.requests).toHaveLength(0);
    await reading.return();
    expect(service.requests).toHaveLength(0);
  });

  test("fetches the next page while one is worked on, and no page beyond", async () => {
    const { answer, asked } = heldBack();
    await using service = await startService(
      paged(() => all),
      answer,
      paged(() => all),
    );
    const reading = read(connect(service));
    await reading.next();
    (await asked).give(aPage({ results: all.slice(100, 200), count: 250, offset: 100 }));
    await settle();
    for (let i = 1; i < 100; i += 1) await reading.next();
    expect(service.requests).toHaveLength(2);
    await reading.next();
    await settle();
    expect(service.requests).toHaveLength(3);
    await reading.return();
  });

  test("ends the transfer of the next page when the loop is left", async () => {
    const { answer, asked } = heldBack();
    await using service = await startService(
      paged(() => all),
      answer,
    );
    for await (const _ of read(connect(service))) {
      (await asked).response.writeHead(200, { "Content-Type": "application/json" }).write('{"count":250,');
      break;
    }
    const { response } = await asked;
    if (!response.closed) await once(response, "close");
    expect(response.writableFinished).toBe(false);
    expect(service.requests).toHaveLength(2);
  });

  test("hands out a whole page before the error of the next one", async () => {
    await using service = await startService(
      paged(() => all),
      json(404, { detail: "Not Found" }),
    );
    const reading = read(connect(service));
    const came = [(await reading.next()).value];
    await settle();
    while (came.length < 100) came.push((await reading.next()).value);
    expect(came).toEqual(all.slice(0, 100));
    await rejectionOf(reading.next(), NotFoundError);
    expect(await reading.next()).toEqual({ done: true, value: undefined });
  });

  test("keeps the error of a page that nobody wants to itself", async () => {
    // Vitest fails a run in which a rejection is not handled.
    await using service = await startService(
      paged(() => all),
      json(404, { detail: "Not Found" }),
    );
    for await (const _ of read(connect(service))) {
      await settle();
      break;
    }
    expect(service.requests).toHaveLength(2);
  });

  test("tries a page again that fails on the way", async () => {
    await using service = await startService(
      paged(() => all),
      reset,
      paged(() => all),
    );
    expect(await collect(read(connect(service)))).toEqual(all);
    expect(service.requests).toHaveLength(4);
  });

  test("rejects with the caller's reason while a page is awaited", async () => {
    const { answer, asked } = heldBack();
    await using service = await startService(answer);
    const controller = new AbortController();
    const reason = new Error("The user went away.");
    const first = read(connect(service), { signal: controller.signal }).next();
    await asked;
    controller.abort(reason);
    await expect(first).rejects.toBe(reason);
  });

  test("rejects with the caller's reason after the page that was worked on, although the next has come", async () => {
    await using service = await startService(paged(() => all.slice(0, 101)));
    const controller = new AbortController();
    const reason = new Error("The user went away.");
    const reading = read(connect(service), { signal: controller.signal });
    await reading.next();
    await settle();
    expect(service.requests).toHaveLength(2);
    controller.abort(reason);
    await expect(collect(reading)).rejects.toBe(reason);
  });

  test("hands out each once when others come before it, and those as well", async () => {
    const [newer, ...older] = all as [{ id: string }, ...{ id: string }[]];
    await using service = await startService(paged((request) => (request === 1 ? older : [newer, ...older])));
    expect(await collect(read(connect(service)))).toEqual([...older, newer]);
    expect(service.requests).toHaveLength(4);
  });

  test("misses none when others are deleted before it", async () => {
    await using service = await startService(paged((request) => (request === 1 ? all : all.slice(7))));
    const came = (await collect(read(connect(service)))) as { id: string }[];
    expect(came).toHaveLength(250);
    expect(new Set(came.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
  });

  test("fails when others are deleted whenever it looks", async () => {
    await using service = await startService(paged((request) => all.slice(request)));
    const error = await rejectionOf(collect(read(connect(service))), InvalidResponseError);
    expect(error.operation).toBe(operation);
    expect(error.message).toBe(
      `GET ${service.baseUrl}${path}?page=3&size=100 was answered with pages that do not add up: the count fell from 242 to 241, and 3 readings did not help (status 200): try again.`,
    );
    expect(service.requests).toHaveLength(9);
  });

  test.each<[string, Answer, number, string]>([
    ["counts more than it has", aPage({ results: [], count: 9, offset: 0 }), 3, "0 items came where the count says 9"],
    [
      "sends the same page again",
      aPage({ results: all.slice(0, 100), count: 250, offset: 0 }),
      2,
      "page 2 does not lie behind page 1",
    ],
    [
      "always has another page",
      (response, request) => {
        const page = Number(new URL(request.path, "http://service.test").searchParams.get("page"));
        const facts = { results: [{ id: `${page}` }], count: page + 1, offset: page - 1 };
        aPage(facts)(response, request);
      },
      5,
      "page 5 is not the last, where the first one counted far fewer",
    ],
    [
      "forgets the ids",
      aPage({ results: [all[0], { subject: "s" }], count: 2, offset: 0 }),
      1,
      "whose item 1 has no id",
    ],
    ["sends something else", aPage({ results: [null], count: 1, offset: 0 }), 1, "whose item 0 has no id"],
    ["sends no page", json(200, all.slice(0, 2)), 1, "JSON that is not a page of"],
    ["sends HTML", html(200), 1, "HTML instead of JSON"],
    ["sends nothing", raw(200, ""), 1, "an empty body"],
    ["breaks off", raw(200, '{"count":1,"offset":0,"results":[{"id":"a"},{"i'), 1, "JSON that is cut off after"],
  ])("ends with a clear error when the service %s", async (_, answer, requests, message) => {
    await using service = await startService(answer);
    const error = await rejectionOf(collect(read(connect(service))), InvalidResponseError);
    expect(error.message).toContain(message);
    expect(service.requests).toHaveLength(requests);
  });
});

test("an abort ends an iteration at once, whatever has come already", async () => {
  await using service = await startService(paged(() => someTickets(50)));
  const controller = new AbortController();
  const reason = new Error("The user went away.");
  const reading = connect(service).tickets.ofTeam(ticket.team_id, { signal: controller.signal });
  await reading.next();
  controller.abort(reason);
  await expect(reading.next()).rejects.toBe(reason);
});

describe("tickets.listOfTeam", () => {
  test("asks for a page by number and size", async () => {
    await using service = await startService(paged(() => someTickets(7)));
    const page = await connect(service).tickets.listOfTeam(ticket.team_id, { page: 2, size: 3 });
    expect(page.results).toEqual(someTickets(7).slice(3, 6));
    expect(service.requests[0]?.path).toBe(`/team/${ticket.team_id}/ticket?page=2&size=3`);
  });

  test("leaves to the service what is not said about the page", async () => {
    await using service = await startService(paged(() => []));
    expect(await connect(service).tickets.listOfTeam(ticket.team_id)).toMatchObject({ count: 0, limit: 50 });
    expect(service.requests[0]?.path).toBe(`/team/${ticket.team_id}/ticket`);
  });
});

test("tickets.ofTeamBytes hands out each ticket's bytes as they were sent, and how many there are", async () => {
  const written = ['{ "id" : "a", "n": 1.0 , "results":[{"x":"]}"}]}', '{"id":"\\u0062", "n":\n12345678901234567890}'];
  const page = `\ufeff { "count" : 3, "results":[ {} ], "offset":0,\n"res\\u0075lts" : [ ${written.join(" ,\n ")} ]\n, "next": null }\n`;
  const last = '{"results":[{"id":"c"}],"count":3,"offset":2}';
  await using service = await startService(raw(200, page), raw(200, last));
  const batches = await collect(connect(service).tickets.ofTeamBytes(ticket.team_id));
  expect(batches.map(({ tickets, count }) => [count, tickets.map((bytes) => decoder.decode(bytes))])).toEqual([
    [3, written],
    [3, ['{"id":"c"}']],
  ]);
});
