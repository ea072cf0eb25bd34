import { spec } from "@sitebay-tickets/contract";
import { expect, test } from "@sitebay-tickets/test-kit/vitest";

test("lists, with a key", async () => {
  const headers = { authorization: "Bearer demo-token" };
  expect((await fetch(`${spec.baseUrl}/support/ticket`, { headers })).status).toBe(200);
});
