import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { test } from "./ticket-world.ts";

test.beforeEach(async ({ context }) => {
  const path = fileURLToPath(new URL("desk.html", import.meta.url));
  await context.route("https://desk.example/", (route) => route.fulfill({ path }));
});

test("shows the tickets of this test's world", async ({ page, world }) => {
  await page.goto("https://desk.example/");
  await expect(page.getByRole("status")).toHaveText("3 tickets");
  await expect(page.getByRole("listitem")).toHaveText([...world.listTickets()].map(({ subject }) => subject));
});

test("opens a ticket", async ({ page, world }) => {
  await page.goto("https://desk.example/");
  await page.getByLabel("Subject").fill("Site is blank");
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("listitem").last()).toHaveText("Site is blank");
  expect(world.requests.of("createTicket").map(({ status }) => status)).toEqual([201]);
});

test("says when to come back while the service is busy", async ({ page, world }) => {
  world.faults.add({ kind: "rateLimit", operation: "listTickets", retryAfter: 30 });
  await page.goto("https://desk.example/");
  await expect(page.getByRole("status")).toHaveText("The service is busy (429). Try again in 30 s.");
});

test("says so when the connection breaks", async ({ page, world }) => {
  world.faults.add({ kind: "drop", operation: "listTickets" });
  await page.goto("https://desk.example/");
  await expect(page.getByRole("status")).toHaveText(/^No connection: /);
});
