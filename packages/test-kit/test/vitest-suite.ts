import type { Ticket } from "@sitebay-tickets/contract";
import { operations, spec } from "@sitebay-tickets/contract";
import { expect, test } from "@sitebay-tickets/test-kit/vitest";
import { HttpResponse, http } from "msw";
import { beforeEach, describe } from "vitest";
import { ticket as fixture } from "../src/fixtures.ts";
import { offSpec } from "../src/index.ts";

const address = `${spec.baseUrl}${operations.listTickets.path}`;
const headers = { authorization: "Bearer demo-token" };

async function readList(): Promise<unknown> {
  return (await fetch(address, { headers })).json();
}

/** What a test of a team may do, whatever the environment. */
export function describeTicketTest(environment: string): void {
  describe(`a test in ${environment}`, () => {
    test("has a world that answers its requests", async ({ world }) => {
      expect(await readList()).toEqual([...world.listTickets()]);
    });

    test("opens a ticket, and sees that it was received", async ({ world }) => {
      const body = { subject: "Site is blank", description: "Since noon.", team_id: crypto.randomUUID() };
      const response = await fetch(address, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const { id } = (await response.json()) as Ticket;
      expect(world.getTicket(id)).toMatchObject(body);
      expect(world).toHaveReceived("createTicket", { body: { subject: "Site is blank" }, status: 201, times: 1 });
    });

    test("begins with the world that it was given, not with what another test left of its own", ({ world }) => {
      expect(world.size).toBe(25);
      expect(world).not.toHaveReceived("createTicket");
    });

    describe("that sets how its world begins", () => {
      test.override({ worldOptions: { seed: 7, tickets: 2 } });

      beforeEach(async () => {
        await readList();
      });

      test("finds it so, in hooks too", async ({ world }) => {
        expect([world.seed, world.size]).toEqual([7, 2]);
        expect(await readList()).toHaveLength(2);
        expect(world).toHaveReceived("listTickets", { times: 2 });
      });
    });

    describe("that sets where the service is", () => {
      test.override({ baseUrl: "https://tickets.example/api" });

      test("is answered there", async ({ world, baseUrl }) => {
        const response = await fetch(`${baseUrl}/support/ticket`, { headers });
        expect(await response.json()).toHaveLength(world.size);
      });
    });

    test("answers an operation with a handler of msw, which is logged and judged as the world's are", async ({
      world,
      network,
    }) => {
      const ticket = fixture({ subject: "Another one" });
      network.use(http.get(address, () => HttpResponse.json([ticket])));
      expect(await readList()).toEqual([ticket]);
      expect(world).toHaveReceived("listTickets", { credential: "key", status: 200 });
    });

    test("may depart from the spec, if it says why", async ({ world, network }) => {
      network.use(http.get(address, () => offSpec("numbers are to come", HttpResponse.json([1]))));
      expect(await readList()).toEqual([1]);
      expect([...world.requests].map((request) => request.offSpec)).toEqual(["numbers are to come"]);
    });

    test("sees a connection break", async ({ world }) => {
      world.faults.add({ kind: "drop", times: 1 });
      await expect(readList()).rejects.toThrow();
      expect(await readList()).toHaveLength(25);
    });

    test.concurrent("has its own expect when it runs beside others", async ({ world, fetch, expect }) => {
      await fetch(address, { headers });
      expect(world).toHaveReceived("listTickets", { times: 1 });
    });

    test("speaks of one session, whichever way it sends", async ({ world, session, fetch }) => {
      await fetch(address, { headers });
      expect(world).toHaveReceived("listTickets", { headers: { "x-mock-session": session } });
    });
  });
}

/** What it may do besides, where a page is simulated. */
export function describePage(environment: string): void {
  describe(`a page in ${environment}`, () => {
    test("asks before it sends a credential to another origin, as a browser does", async ({ world }) => {
      world.faults.add({ kind: "serverError", status: 503, times: 1 });
      const response = await fetch("https://my.sitebay.org/f/api/v1/support/ticket", {
        headers: { authorization: "Bearer demo-token" },
      });
      expect([response.status, location.origin]).toEqual([503, "http://localhost:3000"]);
    });

    test("answers an XMLHttpRequest as well", async ({ world }) => {
      const request = new XMLHttpRequest();
      const loaded = new Promise((resolve) => request.addEventListener("loadend", resolve));
      request.open("GET", "https://my.sitebay.org/f/api/v1/support/ticket");
      request.setRequestHeader("Authorization", "Bearer demo-token");
      request.send();
      await loaded;
      expect(JSON.parse(request.responseText)).toHaveLength(world.size);
    });
  });
}
