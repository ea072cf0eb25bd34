import { spec } from "@sitebay-tickets/contract";
import { expect, test } from "@sitebay-tickets/test-kit/vitest";

test("asks for a page, with the cookie", async ({ world }) => {
  const [ticket] = world.listTickets();
  const headers = { cookie: "msb=demo-cookie" };
  const response = await fetch(`${spec.baseUrl}/support/ticket/${ticket?.id}/reply?page=1`, { headers });
  expect(response.status).toBe(200);
});
