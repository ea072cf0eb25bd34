import type { Ticket } from "@sitebay-tickets/contract";
import { validators } from "@sitebay-tickets/contract/validators";
import { describe, expect, test } from "vitest";
import { routeOf } from "../src/answer/route.ts";
import { driftResponse } from "../src/drift/drift-response.ts";
import { encodeBody } from "../src/exchange/encode-body.ts";
import {
  answer,
  createTicketWorld,
  type DriftKind,
  driftKinds,
  type ServiceRequest,
  type TicketWorld,
} from "../src/index.ts";
import { serve } from "../src/server.ts";

const world = createTicketWorld({ seed: 4, tickets: 300 });
const tickets = [...world.listTickets()];

function request(path: string, more: Partial<ServiceRequest> = {}): ServiceRequest {
  return { method: "GET", path, query: "", headers: { authorization: "Bearer demo-token" }, body: undefined, ...more };
}

/** What the world answers when it drifts in these ways, written out. */
function drifted(kinds: readonly DriftKind[], of: TicketWorld, asked: ServiceRequest) {
  const response = answer(of, asked);
  const { operation } = routeOf(asked);
  const { status, headers, body } = operation ? driftResponse(operation, asked, response, kinds, of.seed) : response;
  return { status, headers, body: encodeBody(body) };
}

function textOf({ body }: { readonly body: string | Iterable<string> }): string {
  return typeof body === "string" ? body : [...body].join("");
}

function valueAt(path: string, kinds: readonly DriftKind[], of: TicketWorld = world) {
  return JSON.parse(textOf(drifted(kinds, of, request(path))));
}

function listed(...kinds: DriftKind[]): Ticket[] {
  return valueAt("/support/ticket", kinds);
}

describe("drift within answers", () => {
  test("changes nothing but what it hits: without its field, an unknown-field list is the list", () => {
    const text = textOf(drifted(["unknown-field"], world, request("/support/ticket")));
    const without = text.replaceAll(',"unannounced":"yes"', "");
    expect(without).toBe(textOf(drifted([], world, request("/support/ticket"))));
    expect(text.length).toBeGreaterThan(without.length);
  });

  test("hits about one in seven of tickets, replies and users", () => {
    const list = listed("unknown-field");
    const hitReplies = list.flatMap(({ ticket_replies }) => ticket_replies);
    const share = (hit: readonly object[]) => hit.filter((object) => "unannounced" in object).length / hit.length;
    for (const objects of [list, hitReplies]) {
      expect(share(objects)).toBeGreaterThan(0.1);
      expect(share(objects)).toBeLessThan(0.19);
    }
    // Users are few, and each is hit or not with all their replies.
    const distinct = new Map(hitReplies.map(({ user }) => [user.id, user]));
    expect(share([...distinct.values()])).toBeGreaterThan(0.05);
    expect(share([...distinct.values()])).toBeLessThan(0.25);
  });

  test("hits the same ticket in the same way wherever it is read", () => {
    const kinds: DriftKind[] = ["unknown-field", "wrong-type", "null", "missing-field", "broken-format", "naive-time"];
    for (const [i, departed] of listed(...kinds)
      .slice(0, 40)
      .entries()) {
      const id = tickets[i]?.id;
      expect(valueAt(`/support/ticket/${id}`, kinds)).toEqual(departed);
      if (!departed.ticket_replies) continue;
      const page = valueAt(`/support/ticket/${id}/reply`, kinds);
      expect(page.results).toEqual(departed.ticket_replies.slice(0, 50));
    }
  });

  test("follows from the seed, and not from the order of the kinds", () => {
    const text = (seed: number, kinds: DriftKind[]) =>
      JSON.stringify(valueAt("/support/ticket", kinds, createTicketWorld({ seed, tickets: 50 })));
    expect(text(1, ["null", "missing-field"])).toBe(text(1, ["missing-field", "null"]));
    const hits = (seed: number) => text(seed, ["unknown-field"]).split("unannounced").length;
    expect(new Set([1, 2, 3, 4, 5].map(hits)).size).toBeGreaterThan(1);
  });

  test.each<[DriftKind, (before: Record<string, unknown>, after: Record<string, unknown>, name: string) => boolean]>([
    ["wrong-type", (before, after, name) => typeof before[name] === "number" && after[name] === String(before[name])],
    ["null", (_, after, name) => after[name] === null],
    ["missing-field", (_, after, name) => !(name in after)],
    ["broken-format", (before, after, name) => after[name] === String(before[name]).replaceAll(/[-:.@]/g, "")],
    ["naive-time", (before, after, name) => name.endsWith("_at") && `${after[name]}Z` === before[name]],
  ])("%s does to fields what it says", (kind, isDeparture) => {
    let changed = 0;
    const compare = (before: object, after: object) => {
      for (const [name, value] of Object.entries(before)) {
        const now = (after as Record<string, unknown>)[name];
        if (typeof value === "object" && value !== null && typeof now === "object" && now !== null) compare(value, now);
        else if (now !== value) {
          changed += 1;
          expect(isDeparture(before as Record<string, unknown>, after as Record<string, unknown>, name), name).toBe(
            true,
          );
        }
      }
      expect(Object.keys(after).filter((name) => !(name in before))).toEqual([]);
    };
    for (const [i, departed] of listed(kind).entries()) compare(tickets[i] as Ticket, departed);
    expect(changed).toBeGreaterThan(tickets.length / 20);
  });

  test.each(["wrong-type", "null", "missing-field", "broken-format"] as const)(
    "%s breaks the schema, of all that it hits",
    (kind) => {
      const broken = listed(kind).filter((ticket) => !validators.Ticket(ticket)).length;
      const changed = listed(kind).filter((ticket, i) => JSON.stringify(ticket) !== JSON.stringify(tickets[i])).length;
      expect(broken).toBe(changed);
      expect(changed).toBeGreaterThan(30);
    },
  );

  test.each(["unknown-field", "naive-time"] as const)("%s breaks no schema", (kind) => {
    expect(listed(kind).filter((ticket) => !validators.Ticket(ticket))).toEqual([]);
  });

  test("an empty list stays one", () => {
    expect(valueAt("/support/ticket", ["null"], createTicketWorld({ tickets: 0 }))).toEqual([]);
  });

  test("a long list is still computed while it is read", () => {
    const large = createTicketWorld({ tickets: 1_000_000 });
    const list = large.listTickets.bind(large);
    let taken = 0;
    let left = false;
    large.listTickets = function* () {
      try {
        for (const ticket of list()) {
          taken += 1;
          yield ticket;
        }
      } finally {
        left = true;
      }
    };
    for (const _ of drifted(["null"], large, request("/support/ticket")).body) break;
    expect(taken).toBeLessThan(100);
    expect(left).toBe(true);
  });
});

describe("drift of whole answers", () => {
  const shareOf = (kind: DriftKind, isHit: (response: ReturnType<typeof drifted>) => boolean) =>
    tickets.filter(({ id }) => isHit(drifted([kind], world, request(`/support/ticket/${id}`)))).length / tickets.length;

  test("odd-status answers about one in seven addresses with 202, and the same body", () => {
    const share = shareOf("odd-status", ({ status, body }) => status === 202 && JSON.parse(String(body)).subject);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.19);
  });

  test("html answers about one in seven addresses with a page", () => {
    const share = shareOf(
      "html",
      ({ status, headers, body }) =>
        status === 200 &&
        /^text\/html/.test(headers["content-type"] ?? "") &&
        String(body).startsWith("<!doctype html>"),
    );
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.19);
  });
});

describe("drift leaves alone", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const login = new TextEncoder().encode("username=ada%40example.com&password=demo-password");

  test.each<[string, ServiceRequest]>([
    ["a ticket that does not exist", request("/support/ticket/6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11")],
    ["a malformed id", request("/support/ticket/x")],
    ["a missing credential", request("/support/ticket", { headers: {} })],
    ["a path that the API lacks", request("/nowhere")],
    ["a method that the path lacks", request("/support/ticket", { method: "PUT" })],
    ["the login", request("/auth/jwt/login", { method: "POST", headers: form, body: login })],
  ])("%s", (_, asked) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const fresh = () => createTicketWorld({ seed, tickets: 1 });
      expect(drifted(driftKinds, fresh(), asked)).toEqual(drifted([], fresh(), asked));
    }
  });

  test("everything, where no kind is asked for", () => {
    expect(listed()).toEqual(tickets);
  });
});

test("a served world drifts over HTTP as it does without", async () => {
  const faults = [{ kind: "drift", drifts: ["null", "unknown-field"] }] as const;
  await using server = await serve(createTicketWorld({ seed: 4, tickets: 300, faults }));
  const response = await fetch(`${server.url}/support/ticket`, { headers: { authorization: "Bearer demo-token" } });
  expect(await response.json()).toEqual(listed("null", "unknown-field"));
});
