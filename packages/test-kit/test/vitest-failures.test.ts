import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operations } from "@sitebay-tickets/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { parseCoverage } from "../src/coverage/coverage-data.ts";
import { type InnerRun, outcomes, runInner, runVitest } from "./vitest-inner-run.ts";

describe("tests that go wrong, in files that share a worker", () => {
  let run: InnerRun;
  beforeAll(async () => {
    run = await runInner("unhandled.inner.ts", "violations.inner.ts", "--no-isolate");
  });

  test("fail for a request that no handler takes, and the closest handler is named", () => {
    const closest = (request: string, handler: string) => [
      `No handler takes ${request}. The closest one is ${handler}. Mend the request, or add a handler for it.`,
    ];
    const list = "GET https://my.sitebay.org/f/api/v1/support/ticket (listTickets)";
    expect(outcomes(run)).toMatchObject({
      "misspells a path": closest("GET https://my.sitebay.org/f/api/v1/support/tickets", list),
      "takes a wrong method": closest(
        "PUT https://my.sitebay.org/f/api/v1/support/ticket/6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11",
        "PATCH https://my.sitebay.org/f/api/v1/support/ticket/:ticket_id (updateTicket)",
      ),
      "asks another host": closest("GET https://staging.sitebay.org/f/api/v1/support/ticket", list),
      "forgets the base path": closest("GET https://my.sitebay.org/support/ticket", list),
      "may be expected to fail": "passed",
      "asks for what there is": "passed",
      "is no business of a test without a world": "passed",
    });
  });

  test("fail for an answer that breaks the spec, unless that was meant", () => {
    const violation = (answer: string, wrong: string) => [
      `An answer of ${answer} breaks the spec${wrong}. Mend it, or mark it with offSpec("reason", …).`,
    ];
    expect(outcomes(run)).toMatchObject({
      "answers with a field of a wrong type": violation(
        "listTickets with status 200",
        " at /0/resolved: must be boolean",
      ),
      "answers with a status that is not declared": violation(
        "deleteTicket with status 204",
        `: deleteTicket declares ${operations.deleteTicket.statuses.join(", ")} only`,
      ),
      "answers wrongly for the world": violation("getTicket with status 200", ' at /id: must match format "uuid4"'),
      "departs on purpose: the field is to come": "passed",
      "departs on purpose: the status is to go": "passed",
      "departs on purpose, in a world's answer": "passed",
      "leaves a body without end alone": "passed",
    });
  });

  test("do not keep what was meant from being listed at the end", () => {
    expect(run.printed).toContain(`Answers that depart from the spec on purpose:
  2× listTickets 200: the field is to come
  1× listTickets 200: the status is to go
  1× listTickets 410: gone for good
`);
  });
});

test("what the tests of all workers exercised is told, and fails the run where it is too little", async () => {
  const folder = await mkdtemp(join(tmpdir(), "coverage-"));
  const file = join(folder, "coverage.json");
  process.env.COVERAGE_FILE = file;
  const run = await runVitest(new URL("vitest-inner/coverage.config.ts", import.meta.url));
  expect(outcomes(run)).toEqual({ "lists, with a key": "passed", "asks for a page, with the cookie": "passed" });
  expect(run.printed).toMatch(/Coverage of the API: operations 22 %/);
  expect(run.printed).toContain("Coverage of operations is 22 %, less than 30 %.");
  expect(run.exitCode).toBe(1);
  expect(parseCoverage(await readFile(file, "utf8"))).toMatchObject({
    operations: { listTickets: { requests: 1 }, listTicketReplies: { parameters: { "query.page": 1 } } },
    credentials: { key: 1, cookie: 1 },
  });
  await rm(folder, { recursive: true });
});
