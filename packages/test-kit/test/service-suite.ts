import {
  type OperationId,
  operations,
  type Ticket,
  type TicketPage,
  type TicketReply,
  type TicketReplyPage,
} from "@sitebay-tickets/contract";
import { responseValidators } from "@sitebay-tickets/contract/validators";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTicketWorld, type TicketWorld } from "../src/index.ts";

/** A way of talking to a world through `fetch`. */
export interface Transport {
  /** @returns the base URL */
  start(world: TicketWorld): Promise<string>;
  stop(): Promise<void>;
  /** Default true. Some proxies never answer a body that they cannot parse. */
  readonly carriesMalformedJson?: boolean;
}

const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const writer = { authorization: "Bearer demo-token" };
const reader = { authorization: "Bearer demo-read-token" };
const absentId = "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11";
const teamId = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";

/** What every transport promises: the same answers, byte for byte. */
export function describeService(name: string, transport: Transport): void {
  describe(name, () => {
    let world: TicketWorld;
    let url: string;
    let first: Ticket;

    beforeEach(async () => {
      world = createTicketWorld({ tickets: 30, now: () => new Date("2026-05-06T07:08:09.010Z") });
      [first] = world.listTickets() as Iterable<Ticket> as [Ticket];
      url = await transport.start(world);
    });
    afterEach(() => transport.stop());

    interface Call {
      readonly operation: OperationId;
      readonly path?: string;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }

    /** Sends a request and holds the answer against the spec. */
    async function call({ operation, path, headers = writer, body }: Call) {
      const { method, path: template } = operations[operation];
      const address = path ?? template.replace("{ticket_id}", first.id).replace("{team_id}", first.team_id);
      const response = await fetch(url + address, { method, headers, ...(body !== undefined && { body }) });
      const value: unknown = await response.json();
      const validator = responseValidators[operation][response.status];
      expect(validator?.(value), `${response.status} ${JSON.stringify(validator?.errors)}`).toBe(true);
      return { status: response.status, headers: response.headers, value };
    }

    test("lists all tickets", async () => {
      const { status, headers, value } = await call({ operation: "listTickets" });
      expect(status).toBe(200);
      expect(headers.get("content-type")).toBe("application/json");
      expect(value).toEqual([...world.listTickets()]);
    });

    test("reads one ticket", async () => {
      const { status, value } = await call({ operation: "getTicket" });
      expect(status).toBe(200);
      expect(value).toEqual(first);
    });

    test("opens a ticket", async () => {
      const body = { subject: "Ünïcode 🙈\u2028", description: "", team_id: teamId };
      const { status, value } = await call({
        operation: "createTicket",
        headers: { ...writer, ...json },
        body: JSON.stringify(body),
      });
      expect(status).toBe(201);
      expect(value).toMatchObject({ ...body, category: null, resolved: false, resolved_at: null, ticket_replies: [] });
      expect(value).toHaveProperty("created_at", "2026-05-06T07:08:09.010000Z");
      const { id } = value as Ticket;
      expect((await call({ operation: "getTicket", path: `/support/ticket/${id}` })).value).toEqual(value);
      expect(world.size).toBe(31);
    });

    test("changes one ticket", async () => {
      const headers = { ...writer, ...json };
      const changes = { openai_custom_instructions: "Answer in rhymes." };
      const { status, value } = await call({ operation: "updateTicket", headers, body: JSON.stringify(changes) });
      expect(status).toBe(200);
      expect(value).toEqual({ ...first, ...changes });
      expect((await call({ operation: "updateTicket", headers, body: "{}" })).value).toEqual(value);
    });

    test("deletes one ticket, which then is nowhere", async () => {
      expect(await call({ operation: "deleteTicket" })).toMatchObject({ status: 200, value: {} });
      const headers = { ...writer, ...json };
      for (const [operation, body] of [
        ["getTicket"],
        ["deleteTicket"],
        ["listTicketReplies"],
        ["updateTicket", "{}"],
        ["createTicketReply", "{}"],
      ] as const) {
        expect(await call({ operation, headers, ...(body && { body }) })).toMatchObject({
          status: 404,
          value: { detail: "Not Found" },
        });
      }
      const { value } = await call({ operation: "listTickets" });
      expect(value).not.toContainEqual(first);
    });

    test("adds a reply, written by whom the credential belongs to", async () => {
      const { status, value } = await call({
        operation: "createTicketReply",
        headers: { ...writer, ...json },
        body: '{"description":"Any news?"}',
      });
      expect(status).toBe(201);
      expect(value).toMatchObject({ description: "Any news?", is_gpt_chat_message: false, resolve: null });
      expect(value).toHaveProperty("user.full_name", "Ada Okafor");
      const after = (await call({ operation: "getTicket" })).value as Ticket;
      expect(after).toEqual({ ...first, ticket_replies: [...first.ticket_replies, value] });
    });

    test("resolves the ticket of a reply that says so", async () => {
      const open = [...world.listTickets()].find(({ resolved }) => !resolved);
      const path = `/support/ticket/${open?.id}`;
      await call({
        operation: "createTicketReply",
        path: `${path}/reply`,
        headers: { ...writer, ...json },
        body: '{"resolve":true}',
      });
      const { value } = await call({ operation: "getTicket", path });
      expect(value).toMatchObject({ resolved: true, resolved_at: "2026-05-06T07:08:09.010000Z" });
    });

    test("pages through the replies of a long conversation", async () => {
      const long = [...world.listTickets()][12];
      const replies: TicketReply[] = [];
      let next: string | null = `/support/ticket/${long?.id}/reply?size=40`;
      while (next) {
        const page = (await call({ operation: "listTicketReplies", path: next })).value as TicketReplyPage;
        expect(page).toMatchObject({ count: long?.ticket_replies.length, limit: 40, offset: replies.length });
        replies.push(...page.results);
        next = page.next?.replace("/f/api/v1", "") ?? null;
      }
      expect(replies.length).toBeGreaterThan(100);
      expect(replies).toEqual(long?.ticket_replies);
    });

    test("answers a page beyond the last with no replies", async () => {
      const { value } = await call({
        operation: "listTicketReplies",
        path: `/support/ticket/${first.id}/reply?page=9`,
      });
      expect(value).toMatchObject({
        results: [],
        next: null,
        offset: 400,
        previous: `/f/api/v1/support/ticket/${first.id}/reply?page=8&size=50`,
      });
    });

    test("pages through a team's tickets, in the order of the list", async () => {
      const tickets: Ticket[] = [];
      const firstPage = `/team/${first.team_id}/ticket?size=2`;
      const count = [...world.listTickets()].filter(({ team_id }) => team_id === first.team_id).length;
      let next: string | null = firstPage;
      while (next) {
        const page = (await call({ operation: "listTeamTickets", path: next })).value as TicketPage;
        const before = tickets.length;
        expect(page).toMatchObject({ count, limit: 2, offset: before });
        if (before === 0) expect(page.previous).toBeNull();
        else expect(page.previous).toBe(`/f/api/v1/team/${first.team_id}/ticket?page=${before / 2}&size=2`);
        tickets.push(...page.results);
        next = page.next?.replace("/f/api/v1", "") ?? null;
      }
      expect(count).toBeGreaterThan(2);
      expect(tickets).toEqual([...world.listTickets()].filter(({ team_id }) => team_id === first.team_id));
    });

    test("answers with fifty of a team's tickets at a time when not told otherwise", async () => {
      for (let i = 0; i < 60; i += 1) world.createTicket({ subject: "s", description: "d", team_id: teamId });
      const { value } = await call({ operation: "listTeamTickets", path: `/team/${teamId}/ticket` });
      expect(value).toMatchObject({ count: 60, limit: 50, offset: 0 });
      expect((value as TicketPage).results).toHaveLength(50);
      const last = await call({ operation: "listTeamTickets", path: `/team/${teamId}/ticket?page=2` });
      expect(last.value).toMatchObject({ offset: 50, next: null });
      expect((last.value as TicketPage).results).toHaveLength(10);
    });

    test("answers a page beyond a team's last with no tickets", async () => {
      const { value } = await call({
        operation: "listTeamTickets",
        path: `/team/${first.team_id}/ticket?page=3&size=100`,
      });
      const previous = `/f/api/v1/team/${first.team_id}/ticket?page=2&size=100`;
      expect(value).toMatchObject({ results: [], next: null, offset: 200, previous });
    });

    test("lets a read key see a team's tickets, and knows a team by every notation of its id", async () => {
      const id = first.team_id.replaceAll("-", "").toUpperCase();
      const { status, value } = await call({
        operation: "listTeamTickets",
        path: `/team/${id}/ticket?size=1`,
        headers: reader,
      });
      expect(status).toBe(200);
      expect(value).toMatchObject({ results: [first] });
      expect(value).toHaveProperty("next", `/f/api/v1/team/${first.team_id}/ticket?page=2&size=1`);
    });

    test("answers 404 to a team that does not exist", async () => {
      const { status, value } = await call({ operation: "listTeamTickets", path: `/team/${teamId}/ticket` });
      expect({ status, value }).toEqual({ status: 404, value: { detail: "Not Found" } });
    });

    test.each([
      ["/team/x/ticket", "path", "team_id", "uuid_parsing"],
      ["/team/6f1c1f0e-3b0a-1c57-9d3e-0a4f5b8f2c11/ticket", "path", "team_id", "uuid_version"],
      [`/team/${teamId}/ticket?page=0`, "query", "page", "greater_than_equal"],
      [`/team/${teamId}/ticket?page=first`, "query", "page", "int_parsing"],
      [`/team/${teamId}/ticket?size=0`, "query", "size", "greater_than_equal"],
      [`/team/${teamId}/ticket?size=101`, "query", "size", "less_than_equal"],
    ])("answers 422 to %s", async (path, place, field, type) => {
      const { status, value } = await call({ operation: "listTeamTickets", path });
      expect(status).toBe(422);
      expect(value).toMatchObject({ detail: [{ loc: [place, field], type }] });
    });

    test("logs in, and takes the token until it is revoked", async () => {
      const body = "username=ada%40example.com&password=demo-password";
      const { status, value } = await call({ operation: "login", headers: form, body });
      expect(status).toBe(200);
      const { access_token, token_type } = value as { access_token: string; token_type: string };
      expect(token_type).toBe("bearer");
      const headers = { authorization: `Bearer ${access_token}` };
      expect((await call({ operation: "getTicket", headers })).status).toBe(200);
      world.credentials.revoke(access_token);
      expect((await call({ operation: "getTicket", headers })).status).toBe(401);
    });

    test("takes the session cookie in place of a token", async () => {
      expect((await call({ operation: "getTicket", headers: { cookie: "a=b; msb=demo-cookie" } })).status).toBe(200);
      expect((await call({ operation: "getTicket", headers: { cookie: "msb=wrong" } })).status).toBe(401);
    });

    test.each([
      ["no credential", {}],
      ["an unknown token", { authorization: "Bearer wrong" }],
      ["an empty token", { authorization: "Bearer " }],
      ["another scheme", { authorization: "Basic ZGVtbzpkZW1v" }],
      ["a credential that nobody can read", { authorization: ",,;=" }],
    ])("answers 401 to %s", async (_case, headers: Record<string, string>) => {
      const { status, value, headers: received } = await call({ operation: "listTickets", headers });
      expect(status).toBe(401);
      expect(value).toEqual({ detail: "Unauthorized" });
      expect(received.get("www-authenticate")).toBe("Bearer");
    });

    test.each(["createTicket", "updateTicket", "deleteTicket", "createTicketReply"] as const)(
      "answers 403 when a read key asks for %s, whatever the body",
      async (operation) => {
        expect(await call({ operation, headers: { ...reader, ...json } })).toMatchObject({
          status: 403,
          value: { detail: "Forbidden" },
        });
        expect([...world.listTickets()]).toHaveLength(30);
      },
    );

    test("answers 404 to a ticket and a path that do not exist", async () => {
      expect(await call({ operation: "getTicket", path: `/support/ticket/${absentId}` })).toMatchObject({
        status: 404,
      });
      for (const path of ["/support/tickets", "/"]) {
        const response = await fetch(url + path, { headers: writer });
        expect([response.status, await response.text()]).toEqual([404, '{"detail":"Not Found"}']);
      }
    });

    test.each([
      ["PUT", "/support/ticket", "GET"],
      ["PATCH", `/support/ticket/${absentId}/reply`, "GET"],
      ["POST", `/support/ticket/${absentId}`, "GET"],
      ["GET", "/auth/jwt/login", "POST"],
      ["OPTIONS", "/support/ticket", "GET"],
    ])("answers 405 to %s %s, credential or not", async (method, path, allow) => {
      const response = await fetch(url + path, { method });
      expect([response.status, await response.text()]).toEqual([405, '{"detail":"Method Not Allowed"}']);
      expect(response.headers.get("allow")?.split(", ").sort()).toEqual(allow.split(", ").sort());
    });

    test.each([
      ["username=ada%40example.com&password=wrong", 400, { detail: "LOGIN_BAD_CREDENTIALS" }],
      ["username=nobody&password=demo-password", 400, { detail: "LOGIN_BAD_CREDENTIALS" }],
      [
        "username=ada",
        422,
        { detail: [{ type: "missing", loc: ["body", "password"], msg: "Field required", input: null }] },
      ],
      [
        "username=&password=",
        422,
        {
          detail: [
            { type: "missing", loc: ["body", "username"], msg: "Field required", input: null },
            { type: "missing", loc: ["body", "password"], msg: "Field required", input: null },
          ],
        },
      ],
    ])("refuses the login %s", async (body, status, value) => {
      expect(await call({ operation: "login", headers: form, body })).toMatchObject({ status, value });
    });

    test("names every failing field of path, query and body together", async () => {
      const wrongId = {
        type: "uuid_parsing",
        loc: ["path", "ticket_id"],
        msg: "Input should be a valid UUID, invalid character: found `x` at 1",
        input: "x",
        ctx: { error: "invalid character: found `x` at 1" },
      };
      const paged = await call({ operation: "listTicketReplies", path: "/support/ticket/x/reply?page=0&size=1e3" });
      expect(paged.status).toBe(422);
      expect(paged.value).toEqual({
        detail: [
          wrongId,
          {
            type: "greater_than_equal",
            loc: ["query", "page"],
            msg: "Input should be greater than or equal to 1",
            input: "0",
            ctx: { ge: 1 },
          },
          {
            type: "int_parsing",
            loc: ["query", "size"],
            msg: "Input should be a valid integer, unable to parse string as an integer",
            input: "1e3",
          },
        ],
      });
      const replied = await call({
        operation: "createTicketReply",
        path: "/support/ticket/x/reply",
        headers: { ...writer, ...json },
        body: '{"resolve":"perhaps"}',
      });
      expect(replied.value).toEqual({
        detail: [
          wrongId,
          {
            type: "bool_parsing",
            loc: ["body", "resolve"],
            msg: "Input should be a valid boolean, unable to interpret input",
            input: "perhaps",
          },
        ],
      });
    });

    if (transport.carriesMalformedJson ?? true) {
      test("reports malformed JSON before it asks for a credential", async () => {
        const { status, value } = await call({ operation: "createTicket", headers: json, body: '{"subject":}' });
        expect(status).toBe(422);
        expect(value).toEqual({
          detail: [
            {
              type: "json_invalid",
              loc: ["body", 11],
              msg: "JSON decode error",
              input: {},
              ctx: { error: "Expecting value" },
            },
          ],
        });
      });
    }

    test("answers a browser's preflight, and lets its page read what follows", async () => {
      const preflight = await fetch(`${url}/support/ticket`, {
        method: "OPTIONS",
        headers: {
          origin: "https://app.example",
          "access-control-request-method": "GET",
          "access-control-request-headers": "authorization",
        },
      });
      expect(preflight.status).toBe(200);
      expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization");
      expect(preflight.headers.get("access-control-allow-methods")).toContain("DELETE");
      const refused = await fetch(`${url}/support/ticket`, { headers: { origin: "https://app.example" } });
      expect(refused.status).toBe(401);
      for (const { headers } of [preflight, refused]) {
        expect(headers.get("access-control-allow-origin")).toBe("https://app.example");
      }
    });
  });
}
