import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const digest = path.join(import.meta.dirname, "same-bytes/digest.ts");

/** What a release of Node prints for the digest, and its own version. */
async function digestOn(release: string): Promise<{ version: string; digest: string }> {
  const run = (...args: string[]) => promisify(execFile)("npx", ["-y", `node@${release}`, ...args]);
  const [{ stdout: version }, { stdout }] = [await run("--version"), await run(digest)];
  return { version: version.trim(), digest: stdout.trim() };
}

test("the same seed gives the same bytes on Node 22, 24 and 26", async () => {
  const runs = [await digestOn("22"), await digestOn("24"), await digestOn("26")];
  expect(runs.map(({ version }) => version.replace(/\..*/, ""))).toEqual(["v22", "v24", "v26"]);
  expect(runs[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(runs.map(({ digest }) => digest)).size).toBe(1);
});
