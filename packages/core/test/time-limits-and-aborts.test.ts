import { describe, expect, onTestFinished, test, vi } from "vitest";
import { RequestTimeoutError } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { rejectionOf } from "./support/rejection.ts";
import { type Answer, json, raw, silence, startService } from "./support/service.ts";
import { someTickets } from "./support/tickets.ts";

/** Begins a list and never goes on. */
const stall: Answer = (response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.write(`[${JSON.stringify(someTickets(1)[0])},`);
};

describe("a time limit", () => {
  test("for the head of each attempt, after which the request is sent again", async () => {
    await using service = await startService(silence, json(200, []));
    expect(await connect(service, { timeouts: { headMs: 500 } }).tickets.list()).toEqual([]);
    expect(service.requests).toHaveLength(2);
  });

  test("for the head, which the error names", async () => {
    await using service = await startService(silence);
    const call = connect(service).tickets.list({ timeouts: { headMs: 20 }, retry: { retries: 0 } });
    const error = await rejectionOf(call, RequestTimeoutError);
    expect(error.limit).toBe("head");
    expect(error.message).toBe(
      `GET ${service.baseUrl}/support/ticket was not answered within 0.02 s: try again, or raise timeouts.headMs.`,
    );
  });

  test("for a pause within the body", async () => {
    await using service = await startService(stall);
    const call = connect(service).tickets.list({ timeouts: { idleMs: 20 }, retry: { retries: 0 } });
    expect(await rejectionOf(call, RequestTimeoutError)).toMatchObject({ limit: "idle" });
  });

  test("for a pause within a stream, but not for the time that the reader takes", async () => {
    await using service = await startService(stall);
    const stream = connect(service, { timeouts: { idleMs: 50 } }).tickets.stream();
    await stream.next();
    await new Promise((resolve) => setTimeout(resolve, 80));
    const error = await rejectionOf(stream.next(), RequestTimeoutError);
    expect(error.limit).toBe("idle");
  });

  test("for the whole call, whatever it is doing", async () => {
    await using service = await startService(silence);
    const call = connect(service).tickets.list({ timeouts: { deadlineMs: 500 } });
    expect(await rejectionOf(call, RequestTimeoutError)).toMatchObject({ limit: "deadline" });
    expect(service.requests).toHaveLength(1);
  });

  test("for the whole call does not end a stream that has begun", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const [first, second] = someTickets(2);
    const { promise: deadlineHasPassed, resolve } = Promise.withResolvers<void>();
    await using service = await startService((response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write(`[${JSON.stringify(first)}`);
      deadlineHasPassed.then(() => response.end(`,${JSON.stringify(second)}]`));
    });
    const stream = connect(service).tickets.stream({ timeouts: { deadlineMs: 500 } });
    await stream.next();
    vi.advanceTimersByTime(1_000);
    resolve();
    expect((await stream.next()).value).toEqual(second);
  });
});

describe("an abort rejects with the caller's own reason", () => {
  const reason = new Error("The user went away.");

  test("before anything was sent", async () => {
    await using service = await startService(json(200, []));
    await expect(connect(service).tickets.list({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(service.requests).toHaveLength(0);
  });

  test("while the service thinks", async () => {
    const controller = new AbortController();
    await using service = await startService(() => controller.abort(reason));
    await expect(connect(service).tickets.list({ signal: controller.signal })).rejects.toBe(reason);
  });

  test("while it waits before a retry", async () => {
    const controller = new AbortController();
    await using service = await startService(raw(503, "", { "Retry-After": "60" }));
    const client = connect(service, {
      onEvent: ({ type }) => type === "retry" && setImmediate(() => controller.abort(reason)),
    });
    await expect(client.tickets.list({ signal: controller.signal })).rejects.toBe(reason);
    expect(service.requests).toHaveLength(1);
  });

  test("while a body arrives", async () => {
    const controller = new AbortController();
    await using service = await startService(stall);
    const stream = connect(service).tickets.stream({ signal: controller.signal });
    await stream.next();
    const next = stream.next();
    controller.abort(reason);
    await expect(next).rejects.toBe(reason);
  });

  test("also when the fetch that was given does not listen", async () => {
    const controller = new AbortController();
    const fetch = () => {
      setImmediate(() => controller.abort(reason));
      return new Promise<never>(() => undefined);
    };
    const call = connect({ baseUrl: "http://service.test" }, { fetch }).tickets.list({ signal: controller.signal });
    await expect(call).rejects.toBe(reason);
  });
});
