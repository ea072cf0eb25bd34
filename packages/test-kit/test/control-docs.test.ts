import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { mockCommand } from "../src/cli/mock-command.ts";
import { parseFault } from "../src/faults/parse-fault.ts";
import { createTicketWorld } from "../src/index.ts";
import { serve } from "../src/server.ts";
import { WorldSessions } from "../src/world/world-sessions.ts";
import { curls, runShell } from "./curl/run-shell.ts";

const doc = readFileSync(path.resolve(import.meta.dirname, "../../../docs/mocking-over-http.md"), "utf8");

describe("docs/mocking-over-http.md", () => {
  test("names every option of the command", () => {
    const options = mockCommand({ out: () => 0, error: () => 0 }).options.filter(({ hidden }) => !hidden);
    const named = [...doc.matchAll(/^\| `(--\w+)/gm)].map(([, name]) => name);
    const needsNoTelling = ["--version", "--help"];
    expect(named).toEqual(options.map(({ long }) => long).filter((long) => !needsNoTelling.includes(long ?? "")));
  });

  test("gives faults that the command takes", () => {
    const faults = [...doc.matchAll(/^--fault (\S+)/gm)].map(([, fault = ""]) => fault);
    expect(faults.length).toBeGreaterThan(3);
    for (const fault of faults) expect(() => parseFault(fault)).not.toThrow();
  });

  test.each(curls)("gives lines for a shell that work when they are pasted, with %s", async (curl) => {
    const sessions = new WorldSessions(createTicketWorld());
    await using server = await serve(sessions);
    const { origin } = new URL(server.url);
    const blocks = [...doc.matchAll(/```sh\n(.*?)```/gs)].map(([, block = ""]) => block);
    expect(blocks).toHaveLength(2);
    const script = blocks
      .join("")
      .replaceAll("http://127.0.0.1:4010", origin)
      .replaceAll(/^curl /gm, "curl -sSf ");
    await runShell(script, curl);
    expect([sessions.main.size, sessions.main.faults.list(), sessions.names]).toEqual([500, [], []]);
  });

  test("names paths that the control API has, and all of them but the page's parts", async () => {
    await using server = await serve(createTicketWorld());
    const { detail } = await (await fetch(`${server.controlUrl}/nothing`)).json();
    const paths = [...detail.matchAll(/\/__mock\/\w+(?:\.yaml)?/g)]
      .map(([name]) => name)
      .filter((name) => !/page$|nothing$/.test(name));
    expect(new Set(doc.match(/\/__mock\/\w+(?:\.yaml)?/g))).toEqual(new Set(paths));
  });
});
