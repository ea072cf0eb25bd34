import { expect, test } from "@sitebay-tickets/test-kit/vitest";

test("a stranger's test has a service of its own, and sees what it received", async ({ world }) => {
  const headers = { authorization: "Bearer demo-token" };
  const response = await fetch("https://my.sitebay.org/f/api/v1/support/ticket", { headers });
  expect(await response.json()).toHaveLength(world.size);
  expect(world).toHaveReceived("listTickets", { status: 200, times: 1 });
});
