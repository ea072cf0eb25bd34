import { operations, spec } from "@sitebay-tickets/contract";
import { describe, expect, test } from "vitest";
import { closestHandler } from "../src/network/closest-handler.ts";

const handlers = Object.values(operations).map(({ method, path }) => ({
  method,
  url: `${spec.baseUrl}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
}));
const id = "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11";

function closest(method: string, url: string): string | undefined {
  const handler = closestHandler({ method, url }, handlers);
  return handler && `${handler.method} ${handler.url.slice(spec.baseUrl.length)}`;
}

describe("the closest handler", () => {
  test.each([
    ["a letter too many", "GET", `${spec.baseUrl}/support/tickets`, "GET /support/ticket"],
    ["a letter too few", "POST", `${spec.baseUrl}/suport/ticket`, "POST /support/ticket"],
    ["a slash at the end", "POST", `${spec.baseUrl}/support/ticket/`, "POST /support/ticket"],
    ["a plural before an id", "GET", `${spec.baseUrl}/support/tickets/${id}`, "GET /support/ticket/:ticket_id"],
    [
      "a plural at the end",
      "POST",
      `${spec.baseUrl}/support/ticket/${id}/replies`,
      "POST /support/ticket/:ticket_id/reply",
    ],
    ["another verb", "PUT", `${spec.baseUrl}/support/ticket/${id}`, "PATCH /support/ticket/:ticket_id"],
    ["no id", "DELETE", `${spec.baseUrl}/support/ticket`, "DELETE /support/ticket/:ticket_id"],
    ["another host", "GET", "https://staging.sitebay.org/f/api/v1/support/ticket", "GET /support/ticket"],
    ["no base path", "GET", `https://my.sitebay.org/support/ticket/${id}?a=/b`, "GET /support/ticket/:ticket_id"],
    ["a path that forgot its middle", "POST", `${spec.baseUrl}/auth/login`, "POST /auth/jwt/login"],
  ])("is found for %s: %s %s", (_, method, url, expected) => {
    expect(closest(method, url)).toBe(expected);
  });

  test("may be one of the test's own, with a wildcard in it", () => {
    const own = { method: "GET", url: "*/files/:name" };
    const request = { method: "GET", url: "https://files.sitebay.org/files/a1.pdf" };
    expect(closestHandler(request, [...handlers, own])).toBe(own);
  });

  test("is none where there are no handlers", () => {
    expect(closestHandler({ method: "GET", url: "https://my.sitebay.org/" }, [])).toBeUndefined();
  });
});
