import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { contractChanges } from "../src/cli/watch/contract-changes.ts";

/** A folder that is watched. */
function watched() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-contract-"));
  const stop = new AbortController();
  onTestFinished(() => {
    stop.abort();
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(path.join(folder, "generated"));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write("generated/spec.ts", "one");
  return { folder, write, stop, changes: contractChanges(folder, stop.signal) };
}

test("tells of a change once, whatever way the file was saved and however many came with it", async () => {
  const { folder, write, changes } = watched();
  write("generated/spec.ts", "two");
  write("index.ts", "new");
  expect((await changes.next()).done).toBe(false);
  write("generated/.spec.ts.partial", "three");
  renameSync(path.join(folder, "generated/.spec.ts.partial"), path.join(folder, "generated/spec.ts"));
  expect((await changes.next()).done).toBe(false);
  expect(await Promise.race([changes.next(), wait(400)])).toBe(undefined);
});

test("takes a file that was written again as it was, and files that are no code, for no change", async () => {
  const { write, changes } = watched();
  const next = changes.next();
  write("generated/spec.ts", "one");
  write("generated/.spec.ts.123.partial", "half");
  write("notes.md", "text");
  expect(await Promise.race([next, wait(400)])).toBe(undefined);
  write("generated/spec.ts", "two");
  expect((await next).done).toBe(false);
});

test("ends with the signal", async () => {
  const { stop, changes } = watched();
  const next = changes.next();
  stop.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});
