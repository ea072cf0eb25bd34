import { spec } from "@sitebay-tickets/contract";
import { expect, test } from "@sitebay-tickets/test-kit/vitest";
import { HttpResponse, http } from "msw";
import { offSpec } from "../../src/index.ts";

const address = `${spec.baseUrl}/support/ticket`;
const headers = { authorization: "Bearer demo-token" };

test("answers with a field of a wrong type", async ({ world, network }) => {
  const tickets = [...world.listTickets()].map((ticket) => ({ ...ticket, resolved: "no" }));
  network.use(http.get(address, () => HttpResponse.json(tickets)));
  expect(await (await fetch(address, { headers })).json()).toHaveLength(25);
});

test("answers with a status that is not declared", async ({ network }) => {
  network.use(http.delete(`${address}/:id`, () => new HttpResponse(null, { status: 204 })));
  await fetch(`${address}/1`, { method: "DELETE", headers });
});

test("answers wrongly for the world", async ({ world }) => {
  const [first] = world.listTickets();
  if (!first) throw new Error("There is no ticket.");
  world.override("getTicket", () => ({ status: 200, json: { ...first, id: "1" } }));
  await fetch(`${address}/${first.id}`, { headers });
});

for (const reason of ["the field is to come", "the field is to come", "the status is to go"]) {
  test(`departs on purpose: ${reason}`, async ({ network }) => {
    network.use(http.get(address, () => offSpec(reason, HttpResponse.json({}))));
    await fetch(address, { headers });
  });
}

test("departs on purpose, in a world's answer", async ({ world }) => {
  world.override("listTickets", () => offSpec("gone for good", { status: 410, json: {} }));
  await fetch(address, { headers });
});

test("leaves a body without end alone", async ({ network }) => {
  const headers = { "content-type": "application/json" };
  const begun = () => new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("[")) });
  network.use(http.get(address, () => new HttpResponse(begun(), { headers })));
  const response = await fetch(address);
  expect((await response.body?.getReader().read())?.done).toBe(false);
});
