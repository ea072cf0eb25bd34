import { spec } from "@sitebay-tickets/contract";
import { expect, test } from "@sitebay-tickets/test-kit/vitest";
import { describe, test as plainTest } from "vitest";

const headers = { authorization: "Bearer demo-token" };

test("misspells a path", async () => {
  const response = await fetch(`${spec.baseUrl}/support/tickets`, { headers });
  expect(response.status).toBe(404);
});

test("takes a wrong method", async () => {
  const response = await fetch(`${spec.baseUrl}/support/ticket/6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11`, {
    method: "PUT",
    headers,
  });
  expect(response.status).toBe(405);
});

test("asks another host", async () => {
  const response = await fetch("https://staging.sitebay.org/f/api/v1/support/ticket", { headers });
  expect([response.status, await response.json()]).toEqual([
    501,
    { detail: expect.stringContaining("The closest one is GET https://my.sitebay.org/f/api/v1/support/ticket") },
  ]);
});

describe("within a suite", () => {
  test("forgets the base path", async () => {
    await fetch("https://my.sitebay.org/support/ticket", { headers });
  });
});

test.fails("may be expected to fail", async () => {
  await fetch(`${spec.baseUrl}/support/tickets`, { headers });
});

test("asks for what there is", async () => {
  expect((await fetch(`${spec.baseUrl}/support/ticket`, { headers })).status).toBe(200);
});

plainTest("is no business of a test without a world", async ({ task }) => {
  expect(task.meta.sitebayTickets).toBeUndefined();
});
