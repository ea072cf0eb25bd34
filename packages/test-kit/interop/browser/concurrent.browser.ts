import { spec } from "@sitebay-tickets/contract";
import { expect, test } from "@sitebay-tickets/test-kit/vitest";
import { HttpResponse, http } from "msw";
import { describe } from "vitest";

const TESTS = 5;
const address = `${spec.baseUrl}/support/ticket`;
const headers = { authorization: "Bearer demo-token", "content-type": "application/json" };

describe.concurrent("tests at once in one page", () => {
  const { promise: all, resolve } = Promise.withResolvers<void>();
  let missing = TESTS;
  const meet = () => {
    missing -= 1;
    if (missing === 0) resolve();
    return all;
  };

  const numbers = Array.from({ length: TESTS - 1 }, (_, i) => i);
  test.for(numbers)("are told apart by their fetch: %i", async (number, { world, fetch }) => {
    await meet();
    const body = JSON.stringify({ subject: `Test ${number}`, description: "", team_id: crypto.randomUUID() });
    expect((await fetch(address, { method: "POST", headers, body })).status).toBe(201);
    expect(await (await fetch(address, { headers })).json()).toEqual([...world.listTickets()]);
    expect(world).toHaveReceived("createTicket", { body: { subject: `Test ${number}` }, times: 1 });
    expect([...world.requests]).toHaveLength(2);
  });

  test("are told so when they use the page's own fetch, or handlers of msw", async ({ network, world }) => {
    await meet();
    const response = await fetch(address, { headers });
    expect(await response.text()).toContain("tests are running at once; send the request with the fixture");
    expect(world).not.toHaveReceived("listTickets");
    expect(() => network.use(http.get(address, () => HttpResponse.json([])))).toThrow("use world.override instead");
  });
});
