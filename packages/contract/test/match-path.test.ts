import { expect, test } from "vitest";
import { matchPath, operations } from "../src/index.ts";

test("every operation is found by its own path and method", () => {
  for (const operation of Object.values(operations)) {
    const path = operation.path.replaceAll(/\{[^}]+\}/g, "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11");
    expect(matchPath(path)?.operations[operation.method]).toBe(operation.id);
  }
});

test("path parameters come back decoded, by name", () => {
  expect(matchPath("/support/ticket/a%2Fb/reply")).toEqual({
    path: "/support/ticket/{ticket_id}/reply",
    parameters: { ticket_id: "a/b" },
    operations: { GET: "listTicketReplies", POST: "createTicketReply" },
  });
});

test("a parameter that is not valid percent-encoding comes back as it was sent", () => {
  expect(matchPath("/support/ticket/%zz")?.parameters).toEqual({ ticket_id: "%zz" });
});

test.each(["", "/", "/support", "/support/ticket/", "/support/ticket//reply", "/support/ticket/x/y", "support/ticket"])(
  "the API has no path %j",
  (path) => {
    expect(matchPath(path)).toBeUndefined();
  },
);
