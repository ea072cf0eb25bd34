import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const running: ChildProcessByStdio<null, Readable, null>[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts the command and waits for all that it has to say. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  let said = "";
  for await (const chunk of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (said.includes("Ctrl-C stops it.")) break;
  }
  return { child, said, url: /http:\/\/\S+/.exec(said)?.[0] ?? "" };
}

/** Runs the command to its end. */
async function run(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [code]] = await Promise.all([
    child.stdout.setEncoding("utf8").toArray(),
    child.stderr.setEncoding("utf8").toArray(),
    once(child, "exit"),
  ]);
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

describe("sitebay-tickets-mock", () => {
  test("serves the tickets that were asked for, to the tokens that were given", async () => {
    const { url, said } = await start("--port", "0", "--tickets", "7", "--token", "mine", "--token", "read:theirs");
    expect(said).toContain("Serving 7 realistic tickets (seed 1)");
    const send = (token: string, method: string) =>
      fetch(`${url}/support/ticket`, { method, headers: { authorization: `Bearer ${token}` } });
    expect(await (await send("mine", "GET")).json()).toHaveLength(7);
    expect((await send("theirs", "GET")).status).toBe(200);
    expect((await send("theirs", "POST")).status).toBe(403);
    expect((await send("demo-token", "GET")).status).toBe(401);
  });

  test("prints curl lines that work when they are pasted", async () => {
    const { said } = await start("--port", "0", "--token", "it's mine", "--profile", "nasty");
    const lines = said.split("\n").filter((line) => line.trim().startsWith("curl "));
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      const { stdout } = await promisify(execFile)("sh", ["-c", `${line} -sS -w '\\n%{http_code}'`], {
        maxBuffer: 2 ** 26,
      });
      expect(stdout.split("\n").at(-1), line).toMatch(/^20[01]$/);
    }
  });

  test.each(["SIGTERM", "SIGINT"] as const)("stops cleanly on %s, and calls that a success", async (signal) => {
    const { child, url } = await start("--port", "0", "--tickets", "1000000");
    const response = await fetch(`${url}/support/ticket`, { headers: { authorization: "Bearer demo-token" } });
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    await expect(response.text()).rejects.toThrow();
  });

  test.each([
    [
      ["--port", "http"],
      "error: option '--port <number>' argument 'http' is invalid. It must be an integer from 0 to 65535.",
    ],
    [
      ["--tickets", "-1"],
      "error: option '--tickets <number>' argument '-1' is invalid. It must be an integer from 0 to 1000000000.",
    ],
    [
      ["--profile", "calm"],
      "error: option '--profile <name>' argument 'calm' is invalid. Allowed choices are realistic, nasty.",
    ],
    [["--token", "read:"], "error: option '--token <token>' argument 'read:' is invalid. The token is empty."],
    [["--prot", "1"], "error: unknown option '--prot'"],
    [["4010"], "error: too many arguments. Expected 0 arguments but got 1: 4010."],
  ])("refuses %j in one line", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`${message}\n`);
  });

  test("says in one line that the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { code, stderr } = await run("--port", port);
    expect([code, stderr]).toEqual([
      1,
      `error: Cannot listen on 127.0.0.1:${port}: the port is in use; choose another one, or 0 for any that is free.\n`,
    ]);
    other.close();
  });

  test("explains itself", async () => {
    const { code, stdout } = await run("--help");
    expect(code).toBe(0);
    expect(stdout).toContain("--profile <name>");
  });
});
