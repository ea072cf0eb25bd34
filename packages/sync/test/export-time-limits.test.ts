import type { ServerResponse } from "node:http";
import { bearer, RequestTimeoutError } from "@sitebay-tickets/core";
import { expect, onTestFinished, test, vi } from "vitest";
import { exportTickets } from "../src/export-tickets.ts";
import { httpServer } from "./support/http-server.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

test("a service that collects its list for minutes before it answers is waited for", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { promise: asked, resolve } = Promise.withResolvers<ServerResponse>();
  const baseUrl = await httpServer((_, response) => resolve(response));
  const run = exportTickets({ baseUrl, auth: bearer("token"), out: temporaryFolder() });
  const response = await asked;
  vi.advanceTimersByTime(3 * 60_000);
  response.writeHead(200, { "content-type": "application/json" }).end("[]");
  expect((await run).manifest.counts).toEqual({ tickets: 0 });
});

test("a program can set limits of its own", async () => {
  const baseUrl = await httpServer(() => undefined);
  const options = { timeouts: { headMs: 20 }, retry: { retries: 0 } };
  const run = exportTickets({ baseUrl, auth: bearer("token"), out: temporaryFolder(), ...options });
  await expect(run).rejects.toThrow(RequestTimeoutError);
});
