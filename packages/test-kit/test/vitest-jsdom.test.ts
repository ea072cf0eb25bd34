// @vitest-environment jsdom
import { expect, test } from "@sitebay-tickets/test-kit/vitest";
import { describeTicketTest } from "./vitest-suite.ts";

describeTicketTest("jsdom");

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
