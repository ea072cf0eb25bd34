import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { faultKinds, faultOptions } from "../src/faults/fault-rule.ts";
import { scenarios } from "../src/faults/scenarios.ts";
import { curls, runShell } from "./curl/run-shell.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts the command and waits for all that it has to say at first; `lines` gives the next line after that. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  const iterator = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const lines = async (): Promise<string> => {
    const { done, value } = await iterator.next();
    if (done) throw new Error("The command has ended.");
    return value;
  };
  let said = "";
  while (!said.includes("Ctrl-C stops it.")) said += `${await lines()}\n`;
  return { child, said, lines, url: /http:\/\/\S+/.exec(said)?.[0] ?? "" };
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

  test.each(curls)("prints lines for a shell that work when they are pasted, with %s", async (curl) => {
    const { said } = await start("--port", "0", "--token", "it's mine", "--profile", "nasty");
    const lines = said.split("\n").filter((line) => line.trim().startsWith("curl "));
    expect(lines).toHaveLength(6);
    for (const line of lines) {
      const answer = await runShell(`${line} -sS -w '\\n%{http_code}'`, curl);
      expect(answer.split("\n").at(-1), line).toMatch(/^20[01]$/);
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
    [
      ["--scenario", "flakey"],
      "error: option '--scenario <name>' argument 'flakey' is invalid. Allowed choices are rateLimited, flaky, expiredTokens, maintenance, hugeAccount, slowTrickle, driftedApi.",
    ],
    [
      ["--fault", "drop:tims=2"],
      "error: option '--fault <fault>' argument 'drop:tims=2' is invalid. The fault drop has no option tims; it takes performed, operation, times, probability, when.",
    ],
    [["--prot", "1"], "error: unknown option '--prot' (Did you mean --port?)"],
    [["--port"], "error: option '--port <number>' argument missing"],
    [["4010"], "error: too many arguments. Expected 0 arguments but got 1: 4010."],
  ])("refuses %j in one line", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`${message}\n`);
  });

  test.each([[[]], [["--watch"]]])("says in one line that the port is taken, with %j", async (args) => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { code, stderr } = await run("--port", port, ...args);
    expect([code, stderr]).toEqual([
      1,
      `error: Cannot listen on 127.0.0.1:${port}: the port is in use; choose another one, or 0 for any that is free.\n`,
    ]);
    other.close();
  });

  test("says in one line that there is no such host, and that an address is another machine's", async () => {
    expect(await run("--host", "nowhere.invalid")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^error: Cannot listen on nowhere\.invalid:4010: .* write an address, such as .*\n$/,
      ),
    });
    expect(await run("--host", "192.0.2.1")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^error: Cannot listen on 192\.0\.2\.1:4010: this machine has no such address.*\n$/,
      ),
    });
  });

  test("explains itself in 80 columns, with each scenario, each fault and each of its options", async () => {
    const { code, stdout } = await run("--help");
    expect(code).toBe(0);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    for (const [name, { summary }] of Object.entries(scenarios)) expect(stdout).toMatch(entry(name, summary));
    for (const kind of faultKinds) expect(stdout).toMatch(entry(kind, Object.keys(faultOptions[kind]).join(", ")));
    expect(stdout).not.toContain("--watched");
  });

  test("gives examples that can be run", async () => {
    const { stdout } = await run("--help");
    const examples = stdout.match(/(?<=^ {2}sitebay-tickets-mock ).*$/gm) ?? [];
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) await start("--port", "0", ...example.split(" "));
  });

  test("says which faults are in force, and fails accordingly", async () => {
    const { said, url } = await start("--port", "0", "--scenario", "maintenance", "--fault", "rateLimit:times=1");
    expect(said).toContain("Faults in force:\n  rateLimit:times=1\n  html:status=503,retryAfter=120\n");
    const list = async () => (await fetch(`${url}/support/ticket`)).status;
    expect([await list(), await list()]).toEqual([429, 503]);
  });

  test("prints a line for each request, without secrets and without what would steer a terminal", async () => {
    const { url, lines } = await start("--port", "0", "--log", "--fault", "drop:operation=getTicket");
    const send = (path: string, init?: RequestInit) => fetch(url + path, init).catch(() => undefined);
    const headers = { authorization: "Bearer demo-token", "x-mock-session": "s\u009b1" };
    await send("/support/ticket?secret=1", { headers });
    await send("/support/ticket/1");
    await send("/auth/jwt/login", { method: "POST", body: new URLSearchParams({ password: "demo-password" }) });
    await send("/../../elsewhere");
    const said = [await lines(), await lines(), await lines(), await lines()];
    expect(said.map((line) => line.replace(/^\d\d:\d\d:\d\d\.\d{3} /, "…"))).toEqual([
      "…GET /support/ticket · 200 · listTickets · session s?1",
      "…GET /support/ticket/1 · no answer · getTicket · fault drop",
      "…POST /auth/jwt/login · 422 · login",
      "…GET outside of the API · 404 · no operation",
    ]);
  });

  test("serves on when nobody reads what it says", async () => {
    const script = `"$0" "$1" --port 0 --log | { read -r _ _ _ _ _ _ _ url; echo "$url"; }`;
    const child = spawn("sh", ["-c", script, process.execPath, main], {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.push(child);
    const [url] = await once(child.stdout.setEncoding("utf8"), "data");
    const list = () => fetch(`${url.trim()}/support/ticket`, { headers: { authorization: "Bearer demo-token" } });
    const said = once(child.stderr.setEncoding("utf8"), "data");
    for (const _ of [1, 2, 3]) expect((await list()).status).toBe(200);
    expect(await said).toEqual(["Nobody reads the output any more; still serving.\n"]);
    process.kill(-(child.pid ?? 0), "SIGTERM");
  });
});

/** A term of a list in the help, and its description, however that is wrapped. */
function entry(term: string, description: string): RegExp {
  const words = description.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^  ${term} [^]*?${words.join("\\s+")}`, "m");
}
