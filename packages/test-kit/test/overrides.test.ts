import { describe, expect, test } from "vitest";
import { ticket } from "../src/fixtures.ts";
import { createTicketWorld, exchange, offSpec, type TicketWorld } from "../src/index.ts";

const headers = { authorization: "Bearer demo-token" };

async function read(world: TicketWorld, path: string) {
  const {
    status,
    headers: said,
    body,
  } = await exchange(world, {
    method: "GET",
    path,
    query: "",
    headers,
    body: undefined,
  });
  const text = typeof body === "string" ? body : [...body].join("");
  return { status, headers: said, text, value: text === "" ? undefined : JSON.parse(text) };
}

describe("an override", () => {
  test("answers in place of the world, before credential and request are judged", async () => {
    const world = createTicketWorld();
    world.override("getTicket", ({ pathParameters }) => ({
      status: 200,
      json: ticket({ subject: `About ${pathParameters.ticket_id}` }),
    }));
    expect(await read(world, "/support/ticket/x")).toMatchObject({ status: 200, value: { subject: "About x" } });
  });

  test("leaves to the world what it returns nothing for, and other operations", async () => {
    const world = createTicketWorld({ tickets: 2 });
    const [first, second] = [...world.listTickets()];
    world.override("getTicket", ({ pathParameters }) =>
      pathParameters.ticket_id === first?.id ? { status: 404, json: { detail: "Not Found" } } : undefined,
    );
    expect((await read(world, `/support/ticket/${first?.id}`)).status).toBe(404);
    expect((await read(world, `/support/ticket/${second?.id}`)).value).toEqual(second);
    expect((await read(world, "/support/ticket")).value).toEqual([first, second]);
  });

  test("comes before those of earlier, for as many requests as it is told", async () => {
    const world = createTicketWorld({ tickets: 1 });
    world.override("listTickets", () => ({ status: 503, json: { detail: "first" } }));
    world.override("listTickets", () => ({ status: 200, json: [] }), 2);
    const answers = [await read(world, "/support/ticket"), await read(world, "/support/ticket")];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await read(world, "/support/ticket")).value).toEqual({ detail: "first" });
  });

  test("that answers later holds the answer back, and the world goes on", async () => {
    const world = createTicketWorld({ tickets: 3 });
    const gate = Promise.withResolvers<undefined>();
    world.override("listTickets", () => gate.promise, 1);
    const waiting = read(world, "/support/ticket");
    expect((await read(world, "/support/ticket")).value).toHaveLength(3);
    const [first] = world.listTickets();
    world.deleteTicket(first?.id ?? "");
    gate.resolve(undefined);
    expect((await waiting).value).toHaveLength(2);
  });

  test("that throws is the test's own mistake, and comes out", async () => {
    const world = createTicketWorld();
    world.override("listTickets", () => {
      throw new Error("my mistake");
    });
    await expect(read(world, "/support/ticket")).rejects.toThrow("my mistake");
  });
});

describe("an answer that breaks the spec", () => {
  const broken = { ...ticket(), subject: 7 as unknown as string };

  test("is replaced by an error that names the place, and noted", async () => {
    const world = createTicketWorld();
    world.override("getTicket", () => ({ status: 200, json: broken }));
    const { status, value } = await read(world, `/support/ticket/${broken.id}`);
    expect(status).toBe(500);
    expect(value.detail).toMatch(
      /^An answer of getTicket with status 200 breaks the spec at \/subject: must be string/,
    );
    expect(world.judgements.violations).toEqual([
      { operation: "getTicket", status: 200, pointer: "/subject", message: "must be string" },
    ]);
    expect(() => world.judgements.assertNone()).toThrow("at /subject: must be string");
  });

  test("in the middle of a list ends the list there, and names the item", async () => {
    const world = createTicketWorld({ tickets: 2 });
    const [first] = world.listTickets();
    world.listTickets = function* () {
      yield* first ? [first, broken] : [];
    };
    await expect(read(world, "/support/ticket")).rejects.toThrow("breaks the spec at /1/subject: must be string");
    expect(world.judgements.violations).toMatchObject([{ operation: "listTickets", pointer: "/1/subject" }]);
  });

  test.each([
    [{ status: 418, json: {} }, "getTicket declares 200, 400, 401, 403, 404, 422, 429, 5XX only"],
    [{ status: 404, json: { detail: 3 } }, "at /detail: must be string"],
    [{ status: 200, json: undefined }, "must be object"],
    [{ status: 200, text: "hello", headers: { "Content-Type": "text/plain" } }, "its type is text/plain"],
    [{ status: 200, text: "{", headers: { "content-type": "application/json" } }, "it is not JSON"],
    [{ status: 204, text: "" }, "getTicket declares"],
  ])("%o is noticed", async (response, message) => {
    const world = createTicketWorld();
    world.override("getTicket", () => offSpec("to get past the types", response) && ({ ...response } as never));
    expect((await read(world, "/support/ticket/x")).value.detail).toContain(message);
  });

  test("passes when it says that it means to, and is listed", async () => {
    const world = createTicketWorld();
    world.override("getTicket", () => offSpec("tickets will expire – some day", { status: 410, json: { gone: true } }));
    const { status, headers, value } = await read(world, "/support/ticket/x");
    expect([status, value]).toEqual([410, { gone: true }]);
    expect(headers["x-mock-off-spec"]).toBe("tickets will expire ? some day");
    expect(world.judgements.violations).toEqual([]);
    expect(world.judgements.offSpec).toMatchObject([{ operation: "getTicket", status: 410 }]);
    expect(world.requests.of("getTicket")[0]?.offSpec).toBe("tickets will expire ? some day");
  });

  test("is nothing to note when a fault made it", async () => {
    const world = createTicketWorld({ faults: [{ kind: "html" }, { kind: "drift" }] });
    await exchange(world, { method: "GET", path: "/support/ticket", query: "", headers, body: undefined });
    expect(world.judgements.violations).toEqual([]);
  });
});
