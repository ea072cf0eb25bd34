import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

function folder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), "coverage-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

async function run(...args: string[]) {
  const child = start(...args);
  const said = Promise.all([child.stdout ? text(child.stdout) : "", child.stderr ? text(child.stderr) : ""]);
  const [[code], [stdout, stderr]] = await Promise.all([once(child, "close"), said]);
  return { code, stdout, stderr };
}

test("a mock writes what was exercised when it is stopped, and `coverage` adds up what several wrote", async () => {
  const file = path.join(folder(), "mock.json");
  const child = start("--port", "0", "--coverage", file);
  let url: string | undefined;
  for await (const chunk of child.stdout ?? []) {
    url = /http:\S+/.exec(String(chunk))?.[0];
    if (url) break;
  }
  const headers = { authorization: "Bearer demo-token" };
  await fetch(`${url}/support/ticket`, { headers });
  await fetch(`${url}/support/ticket`, { headers: { ...headers, "x-mock-session": "other" } });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    operations: { listTickets: { requests: 2, statuses: { 200: 2 }, parameters: {} } },
    credentials: { key: 2 },
  });

  const told = await run("coverage", file, file);
  expect(told).toMatchObject({ code: 0, stderr: "" });
  expect(told.stdout).toMatch(/^Coverage of the API: operations 11 %/);
  const { stdout } = await run("coverage", file, file, "--json");
  expect(JSON.parse(stdout).data.operations.listTickets.requests).toBe(4);

  const below = await run("coverage", file, "--floor", "operations=50");
  expect([below.code, below.stderr]).toEqual([1, "Coverage of operations is 11 %, less than 50 %.\n"]);
});

test.each([
  [["coverage"], /missing required argument 'files'/],
  [["coverage", "--flor", "3", "x"], /unknown option '--flor'.*Did you mean --floor\?/],
  [["coverage", "x", "--floor", "200"], /A floor is a number from 0 to 100, not "200"/],
  [["coverage", "no-such-file.json"], /cannot read no-such-file\.json: ENOENT/],
  [["--coverage", "x", "--watch"], /'--coverage <file>' cannot be used with option '--watch'/],
])("%j is refused in one line", async (args, message) => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("a file that holds something else is named", async () => {
  const file = path.join(folder(), "other.json");
  writeFileSync(file, "{}");
  expect(await run("coverage", file)).toMatchObject({
    code: 2,
    stderr: `error: cannot read ${file}: It is JSON, and no coverage.\n`,
  });
});

test("a file that cannot be written is told when the mock stops", async () => {
  const child = start("--port", "0", "--coverage", "/no/such/folder/x.json");
  const said = child.stderr ? text(child.stderr) : "";
  for await (const _ of child.stdout ?? []) break;
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(await said).toMatch(/^error: ENOENT.*\n$/);
});
