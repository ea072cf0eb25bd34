import { expect, test } from "vitest";
import { LoggedRequest } from "../src/world/logged-request.ts";
import { RequestLog } from "../src/world/request-log.ts";

function logOf(length: number): RequestLog {
  const log = new RequestLog();
  const request = { method: "GET", path: "/", query: "", headers: {}, body: undefined };
  for (let i = 0; i < length; i += 1) {
    log.add(new LoggedRequest(request, { match: undefined, operation: undefined }, undefined, new Date(0)));
  }
  return log;
}

const numbers = (log: RequestLog, since: number) => log.since(since).map(({ number }) => number);

test("numbers requests from 1, and goes on when it is emptied or takes over from another log", () => {
  const log = logOf(3);
  expect([log.first, log.last, numbers(log, 0), numbers(log, 2), numbers(log, 9)]).toEqual([1, 3, [1, 2, 3], [3], []]);
  log.clear();
  expect([log.first, log.last, log.count, numbers(log, 0)]).toEqual([4, 3, 0, []]);
  log.goOnAfter(7);
  expect([log.first, log.last, numbers(log, 0)]).toEqual([8, 7, []]);
});

test("keeps their numbers when it forgets the oldest", () => {
  const log = logOf(20_005);
  expect([log.count, log.last, log.first]).toEqual([20_005, 20_005, 10_001]);
  expect(numbers(log, 20_003)).toEqual([20_004, 20_005]);
  expect(numbers(log, 5).slice(0, 2)).toEqual([10_001, 10_002]);
});
