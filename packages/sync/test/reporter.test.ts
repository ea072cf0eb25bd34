import { describe, expect, test } from "vitest";
import { createReporter } from "../src/command/reporter.ts";
import type { Manifest } from "../src/output/manifest.ts";

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

const at = (elapsedMs: number) => ({ tickets: elapsedMs, bytes: elapsedMs * 1000, elapsedMs });

const manifest: Manifest = {
  manifestVersion: 1,
  run: "2026-11-23T02-00-00Z",
  startedAt: "2026-11-23T02:00:00.000Z",
  finishedAt: "2026-11-23T02:00:01.500Z",
  service: "https://service.example",
  team: null,
  tool: { name: "test", version: "0" },
  spec: { version: "1", hash: "sha256:0" },
  counts: { tickets: 1234 },
  drift: { tickets: 2, places: { "/resolved type": 2 } },
  files: [
    { name: "tickets.csv", format: "csv", rows: 1234, bytes: 98_765, sha256: "0" },
    { name: "ticket_replies.csv", format: "csv", rows: 5, bytes: 12, sha256: "0" },
  ],
  previousRun: null,
};
const result = { folder: "out/runs/2026-11-23T02-00-00Z", manifest };

test("on a terminal one line is drawn anew, ten times a second at most", () => {
  const terminal = screen(true);
  const reporter = createReporter(terminal, {});
  for (const elapsedMs of [50, 100, 150, 210]) reporter.progress(at(elapsedMs));
  expect(terminal.written).toEqual([
    "\r\u001b[K100 tickets  100.0 kB  1,000 tickets/s  0:00",
    "\r\u001b[K210 tickets  210.0 kB  1,000 tickets/s  0:00",
  ]);
});

test("where it is known how many tickets there are, that is shown", () => {
  const pipe = screen(false);
  createReporter(pipe, {}).progress({ ...at(10_000), total: 80_000 });
  expect(pipe.written).toEqual(["10,000 of 80,000 tickets  10.0 MB  1,000 tickets/s  0:10\n"]);
});

test("in a pipe there is a plain line every ten seconds", () => {
  const pipe = screen(false);
  const reporter = createReporter(pipe, {});
  for (const elapsedMs of [100, 9_999, 10_000, 19_000, 20_500]) reporter.progress(at(elapsedMs));
  expect(pipe.written).toEqual([
    "10,000 tickets  10.0 MB  1,000 tickets/s  0:10\n",
    "20,500 tickets  20.5 MB  1,000 tickets/s  0:20\n",
  ]);
});

test("the summary is a table of the files", () => {
  const pipe = screen(false);
  createReporter(pipe, {}).done(result);
  expect(pipe.written.join("").split("\n")).toEqual([
    "Exported 1,234 tickets in 1.5 s to out/runs/2026-11-23T02-00-00Z",
    "",
    "  file                 rows     size",
    "  tickets.csv         1,234  98.8 kB",
    "  ticket_replies.csv      5     12 B",
    "",
    "2 tickets depart from the contract; manifest.json says where.",
    "",
  ]);
});

describe("a failure", () => {
  const failure = { exitCode: 4, message: "The service said no.", hint: "Check the token." };

  test("says what happened, what to do and what stands", () => {
    const pipe = screen(false);
    createReporter(pipe, {}).failed(failure, "2026-11-22T02-00-00Z");
    expect(pipe.written).toEqual([
      "sitebay-tickets: The service said no.\nCheck the token.\nlatest points at run 2026-11-22T02-00-00Z.\n",
    ]);
  });

  test("is said even when nothing else is", () => {
    const pipe = screen(false);
    const reporter = createReporter(pipe, { quiet: true });
    reporter.progress(at(60_000));
    reporter.done(result);
    expect(pipe.written).toEqual([]);
    reporter.failed(failure, null);
    expect(pipe.written.join("")).toContain("The service said no.");
  });
});

test("for machines everything is one JSON object a line", () => {
  const pipe = screen(false);
  const reporter = createReporter(pipe, { json: true });
  reporter.progress(at(10_000));
  reporter.done(result);
  reporter.failed({ exitCode: 5, message: "no" }, null);
  expect(pipe.written.map((line) => JSON.parse(line))).toEqual([
    { event: "progress", tickets: 10_000, bytes: 10_000_000, elapsedMs: 10_000 },
    { event: "done", ...result },
    { event: "failed", exitCode: 5, message: "no", latest: null },
  ]);
});
