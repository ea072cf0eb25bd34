import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startMock } from "./start-mock.ts";

const folder = path.resolve(import.meta.dirname, "../../../examples/python");

/** Runs the example's tests, and tells how they ended. Python says it on stderr. */
async function runTests(origin: string) {
  const run = promisify(execFile)("python3", ["-B", "test_tickets.py", origin, "-v"], { cwd: folder });
  return run.then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }) => ({ code, stderr }),
  );
}

test("a Python program creates, reads, answers, resolves and deletes a ticket, reads a 422, and has the mock fail", async () => {
  await using mock = await startMock("--port", "0");
  const { code, stderr } = await runTests(mock.origin);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/Ran 4 tests in [\d.]+s\s+OK\s*$/)]);
});

test("its tests notice a mock that answers otherwise", async () => {
  await using mock = await startMock("--port", "0", "--fault", "emptyError:operation=createTicketReply");
  const { code, stderr } = await runTests(mock.origin);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/FAILED \((?:failures|errors)=/)]);
});
