import { describe, expect, test } from "vitest";
import { type Edit, EditedSpec } from "./support/edited-spec.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";
import { RunningCommand } from "./support/running-command.ts";

const MAIN = "packages/test-kit/src/main.ts";
const VALIDATORS = "packages/contract/src/generated/validators.js";
const NEW_CONTRACT = "The contract changed: serving the new one, with the same state.";
const headers = { authorization: "Bearer demo-token", "content-type": "application/json" };

/** The mock at work in a copy of the repository, watching. */
async function watching(...args: readonly string[]) {
  const copy = new RepositoryCopy();
  const command = new RunningCommand(copy.root, MAIN, "--port", "0", "--watch", ...args);
  const said = await command.linesUntil(/^Ctrl-C stops it\.$/);
  const url = /http:\S+/.exec(said.join("\n"))?.[0] ?? "";
  const ask = async (path: string, init: RequestInit & { session?: string } = {}) => {
    const { session, ...rest } = init;
    const sent = { ...headers, ...(session && { "x-mock-session": session }) };
    const response = await fetch(path.startsWith("/__mock") ? new URL(path, url) : url + path, {
      ...rest,
      headers: sent,
    });
    const text = await response.text();
    return { status: response.status, json: text === "" ? undefined : JSON.parse(text) };
  };
  return { copy, command, url, ask };
}

/** Adds a field to tickets, with whatever else the spec is to say then, and generates. */
function addField(copy: RepositoryCopy, name: string, edits: readonly Edit[] = []) {
  const subject = "        subject:\n          description: The request in one line.\n";
  const field = `        ${name}:\n          description: Added.\n          type: integer\n          examples: [3]\n`;
  copy.write("openapi/tickets.yaml", new EditedSpec([subject, field + subject], ...edits).text);
  expect(copy.node("scripts/src/generate.ts").stderr).toBe("");
}

describe("sitebay-tickets-mock --watch", () => {
  test("serves the new contract on the same port, with the same state", async () => {
    const { copy, command, ask } = await watching("--tickets", "3");
    const [first, second] = (await ask("/support/ticket")).json;
    const body = JSON.stringify({ team_id: first.team_id, subject: "Mine", description: "Here I am" });
    const mine = (await ask("/support/ticket", { method: "POST", body })).json;
    await ask(`/support/ticket/${second.id}`, { method: "DELETE" });
    await ask(`/support/ticket/${first.id}`, { method: "DELETE", session: "other" });
    const login = new URLSearchParams({ username: "ada@example.com", password: "demo-password" });
    const rate = JSON.stringify({ kind: "rateLimit", operation: "login", times: 2 });
    await ask("/__mock/faults", { method: "POST", body: rate });
    await ask("/auth/jwt/login", { method: "POST", body: login });
    await ask("/__mock/clock/advance", { method: "POST", body: '{"milliseconds":60000}' });
    const before = (await ask("/__mock/state")).json;
    expect(mine).not.toHaveProperty("weight");

    addField(copy, "weight");
    expect(await command.line()).toBe(NEW_CONTRACT);

    const tickets = (await ask("/support/ticket")).json;
    expect(tickets.map(({ id }: { id: string }) => id)).toEqual([first.id, expect.any(String), mine.id]);
    expect(tickets[0]).toHaveProperty("weight");
    expect((await ask("/support/ticket", { session: "other" })).json).toHaveLength(2);
    expect((await ask("/__mock/state")).json).toEqual({ ...before, requests: 1 });
    expect((await ask("/__mock/requests")).json).toMatchObject({ first: 5, last: 5 });

    const added = await ask("/__mock/faults", { method: "POST", body: '{"kind":"html"}' });
    expect(added.json).toMatchObject({ id: 2, text: "html" });

    await ask("/__mock/reset", { method: "POST" });
    expect((await ask("/support/ticket")).json).toHaveLength(3);
    expect(await command.stop("SIGTERM")).toEqual({ code: 0, lines: [] });
  });

  test("fills in what the new contract requires and a kept ticket lacks", async () => {
    const { copy, command, ask } = await watching();
    const [first] = (await ask("/support/ticket")).json;
    await ask(`/support/ticket/${first.id}/reply`, { method: "POST", body: '{"description":"Hm","resolve":true}' });
    expect(first).not.toHaveProperty("weight");

    addField(copy, "weight", [["    Ticket:\n", "        - created_at\n", "        - weight\n        - created_at\n"]]);
    expect(await command.line()).toBe(NEW_CONTRACT);
    const changed = { id: first.id, resolved: true, weight: expect.any(Number) };
    expect(await ask(`/support/ticket/${first.id}`)).toMatchObject({ status: 200, json: changed });
  });

  test("serves the last contract as long as the new one does not load, and says why", async () => {
    const { copy, command, ask } = await watching("--fault", "slow:operation=getTicket,headMs=0");
    const fine = copy.read(VALIDATORS);
    copy.write(VALIDATORS, `${fine}\n}}`);
    const line = fine.split("\n").length + 1;
    expect(await command.line()).toBe(
      `The contract changed and does not load, so the last one goes on: SyntaxError: Unexpected token '}' (${copy.root}/${VALIDATORS}:${line})`,
    );
    expect((await ask("/support/ticket")).status).toBe(200);

    copy.write(VALIDATORS, `${fine}\n// Mended.\n`);
    expect(await command.line()).toBe(NEW_CONTRACT);
    expect((await ask("/support/ticket")).status).toBe(200);
  });

  test("answers what it was asked before it changes", async () => {
    const { copy, command, ask } = await watching("--fault", "slow:operation=listTickets,headMs=300,chunkMs=0,times=1");
    const slow = ask("/support/ticket");
    copy.edit(VALIDATORS, "// Generated", "// Once more generated");
    const many = Array.from({ length: 20 }, () => ask("/__mock/state"));
    expect((await slow).json).toHaveLength(25);
    for (const each of await Promise.all(many)) expect(each.status).toBe(200);
    expect(await command.line()).toBe(NEW_CONTRACT);
  });

  test.each(["SIGTERM", "SIGINT"] as const)("stops at %s, with the process that serves", async (signal) => {
    const { command, ask, url } = await watching("--log");
    await ask("/support/ticket");
    expect(await command.line()).toMatch(/^\S+ GET \/support\/ticket · 200 · listTickets$/);
    expect(await command.stop(signal)).toEqual({ code: 0, lines: [] });
    await expect(fetch(url)).rejects.toThrow();
  });

  test("ends when it is killed, with the process that serves", async () => {
    const { command, url } = await watching();
    // The lines end when nobody holds the output any more, the process that serves included.
    await command.stop("SIGKILL");
    await expect(fetch(url)).rejects.toThrow();
  });
});
