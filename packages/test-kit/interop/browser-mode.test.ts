import { expect, test } from "vitest";
import { outcomes, runVitest } from "../test/vitest-inner-run.ts";

const config = new URL("browser/vitest.config.ts", import.meta.url);

test("a test in the browser has what one in Node has, and those at once are told apart by their fetch", async () => {
  const run = await runVitest(config, "ticket-test.browser.ts", "concurrent.browser.ts");
  expect(Object.entries(outcomes(run)).filter(([, outcome]) => outcome !== "passed")).toEqual([]);
  expect(run.tests.length).toBeGreaterThan(10);
});

test("a test in the browser fails for what fails it in Node, and what it meant is listed at the end", async () => {
  const run = await runVitest(config, "unhandled.inner.ts", "violations.inner.ts");
  const failed = Object.entries(outcomes(run)).filter(([, outcome]) => outcome !== "passed");
  expect(Object.fromEntries(failed)).toEqual({
    "misspells a path": [
      expect.stringMatching(/^No handler takes GET .*tickets\. The closest one is .*\(listTickets\)/),
    ],
    "takes a wrong method": [expect.stringMatching(/^No handler takes PUT .* \(updateTicket\)/)],
    "asks another host": [expect.stringMatching(/^No handler takes GET https:\/\/staging\.sitebay\.org/)],
    "forgets the base path": [
      expect.stringMatching(/^No handler takes GET https:\/\/my\.sitebay\.org\/support\/ticket\./),
    ],
    "answers with a field of a wrong type": [
      expect.stringContaining("breaks the spec at /0/resolved: must be boolean."),
    ],
    "answers with a status that is not declared": [
      expect.stringContaining("deleteTicket with status 204 breaks the spec"),
    ],
    "answers wrongly for the world": [expect.stringContaining("getTicket with status 200 breaks the spec at /id")],
  });
  expect(run.printed).toContain("  2× listTickets 200: the field is to come\n");
});

test("the service is the same in a page", async () => {
  // By itself a page can send neither a Cookie header nor an Origin: what is asked of those cannot be asked there.
  const askable = "^(?!.*(takes the session cookie in place of a token|answers a browser's preflight))";
  const run = await runVitest(config, "service.browser.ts", `--testNamePattern=${askable}`);
  const failed = run.tests.filter(({ state }) => state !== "passed" && state !== "skipped");
  expect(failed).toEqual([]);
  expect(run.tests.length).toBeGreaterThan(40);
});
