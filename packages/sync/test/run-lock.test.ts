import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { OutputError } from "../src/output/output-error.ts";
import { LockedError, takeRunLock } from "../src/output/run-lock.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

/** A process that takes the lock, says so, and waits for its end. */
async function holder(out: string) {
  const program = `
    import { takeRunLock } from ${JSON.stringify(path.resolve(import.meta.dirname, "../src/output/run-lock.ts"))};
    globalThis.lock = takeRunLock(${JSON.stringify(out)});
    console.log("holding");
    setInterval(() => globalThis.gc?.(), 10);
  `;
  const child = spawn(process.execPath, ["--expose-gc", "--input-type=module-typescript", "--eval", program]);
  await once(child.stdout, "data");
  return child;
}

test("a second run is refused at once and told who holds the lock", async () => {
  const out = temporaryFolder();
  const child = await holder(out);
  expect(() => takeRunLock(out)).toThrow(LockedError);
  expect(() => takeRunLock(out)).toThrow(new RegExp(`process ${child.pid}, since \\d{4}-`));
  child.kill("SIGKILL");
  await once(child, "exit");
});

test("the lock of a killed process is gone", async () => {
  const out = temporaryFolder();
  const child = await holder(out);
  child.kill("SIGKILL");
  await once(child, "exit");
  using _lock = takeRunLock(out);
  expect(() => takeRunLock(out)).toThrow(`process ${process.pid},`);
});

test("a lock that was given back can be taken again", () => {
  const out = temporaryFolder();
  takeRunLock(out)[Symbol.dispose]();
  takeRunLock(out)[Symbol.dispose]();
});

test("a lock file that is something else is an error of the output", () => {
  const out = temporaryFolder();
  writeFileSync(
    path.join(out, ".lock"),
    "not a database, but long enough to be looked at as if it were one\n".repeat(4),
  );
  expect(() => takeRunLock(out)).toThrow(OutputError);
});
