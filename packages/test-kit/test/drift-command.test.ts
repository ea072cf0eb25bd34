import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { answer, createTicketWorld, drifting, driftKinds } from "../src/index.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

async function end(child: ChildProcess): Promise<number> {
  const [code] = await once(child, "exit");
  return code;
}

test("sitebay-tickets-mock --drift serves what departs, and says so", async () => {
  const child = start("--port", "0", "--tickets", "50", "--seed", "4", "--drift", "null, unknown-field");
  let said = "";
  for await (const chunk of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (said.includes("Ctrl-C stops it.")) break;
  }
  expect(said).toContain("About one in 7 departs from the spec in each of these ways: null, unknown-field\n");

  const headers = { authorization: "Bearer demo-token" };
  const url = /http:\S+/.exec(said)?.[0];
  const response = await fetch(`${url}/support/ticket`, { headers });
  const { body } = drifting(answer, { kinds: ["null", "unknown-field"] })(createTicketWorld({ seed: 4, tickets: 50 }), {
    method: "GET",
    path: "/support/ticket",
    query: "",
    headers,
    body: undefined,
  });
  expect(await response.text()).toBe([...body].join(""));
});

test.each(["nul", "null,", "null;html", "NULL"])(
  "--drift %s is refused in one line that names the choices",
  async (kinds) => {
    const child = start("--drift", kinds);
    const [code, stdout, stderr] = await Promise.all([end(child), text(child.stdout), text(child.stderr)]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: option '--drift <kinds>' argument '.*' is invalid\. "\S*" is none of [^\n]+\n$/);
    for (const kind of driftKinds) expect(stderr).toContain(kind);
  },
);

test("--help lists the choices", async () => {
  const child = start("--help");
  const [code, stdout] = await Promise.all([end(child), text(child.stdout)]);
  expect(code).toBe(0);
  const help = stdout.replaceAll(/\s+/g, " ");
  expect(help).toContain(`comma-separated: ${driftKinds.join(", ")} (default: none)`);
});
