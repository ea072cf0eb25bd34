import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { createTicketWorld, demoCredentials, type FaultRule } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { describe, expect, test } from "vitest";

const [{ username, password }] = demoCredentials.accounts;

/** A token that goes stale, a moment without service, a connection that breaks. */
const badDay: readonly FaultRule[] = [
  { kind: "expireToken", operation: "listTickets", times: 1 },
  { kind: "serverError", status: 503, retryAfter: 0, operation: "listTickets", times: 1 },
  { kind: "drop", operation: "listTickets", times: 1 },
];

/** Runs an example, as its README says, against a service with these faults. */
async function run(example: string, faults: readonly FaultRule[], env: Readonly<Record<string, string>> = {}) {
  const world = createTicketWorld({ faults });
  await using server = await serve(world);
  const result = await promisify(execFile)(process.execPath, ["main.ts"], {
    cwd: path.join(import.meta.dirname, "../../../examples", example),
    env: { SITEBAY_BASE_URL: server.url, SITEBAY_USERNAME: username, SITEBAY_PASSWORD: password, ...env },
  }).then(
    (output) => ({ ...output, code: 0 }),
    (failure: { stdout: string; stderr: string; code: number }) => failure,
  );
  const open = [...world.listTickets()].filter(({ resolved }) => !resolved).length;
  return { ...result, open, world };
}

/** The password, and the tokens that two logins of a world give: those of one seed are the same. */
function secretsOf({ credentials }: ReturnType<typeof createTicketWorld>): string[] {
  const same = createTicketWorld().credentials;
  const tokens = [same.login(username, password), same.login(username, password)].map(String);
  if (!credentials.identify({ bearer: tokens[1] })) throw new Error("The world has given other tokens.");
  return [password, ...tokens];
}

describe("examples/pino", () => {
  const linesOf = (output: string) =>
    output
      .trim()
      .split("\n")
      .map((line): Record<string, unknown> => JSON.parse(line));

  test("writes a line for each event, and none with a secret", async () => {
    const { stdout, stderr, open, world } = await run("pino", badDay, { LOG_LEVEL: "debug" });
    const lines = linesOf(stdout);
    expect(lines.map(({ level, event, call }) => [level, event, call].join(" ").trim())).toEqual([
      ...["20 request 2", "20 response 2", "20 request 1", "20 response 1"],
      ...["20 request 3", "20 response 3", "30 refresh 1", "20 request 1", "20 response 1"],
      ...["40 retry 1", "20 request 1", "40 failure 1"],
      ...["40 retry 1", "20 request 1", "20 response 1"],
      "30",
    ]);
    expect(lines[8]).toMatchObject({
      operation: "listTickets",
      attempt: 2,
      status: 503,
      attemptMs: expect.any(Number),
    });
    expect(lines.at(-1)).toMatchObject({ open, msg: "counted the open tickets" });
    for (const secret of secretsOf(world)) expect(stdout + stderr).not.toContain(secret);
  });

  test("is silent at level info on a good day, but for what it was asked", async () => {
    const { stdout } = await run("pino", []);
    expect(linesOf(stdout)).toHaveLength(1);
  });

  test("writes what went wrong as one line, without the password", async () => {
    const { stdout, stderr, code } = await run("pino", [], { SITEBAY_PASSWORD: "canary-1" });
    expect(code).toBe(1);
    expect(linesOf(stdout)).toMatchObject([{ level: 50, error: { name: "AuthenticationError", status: 400 } }]);
    expect(stdout + stderr).not.toContain("canary-1");
  });
});

describe("examples/opentelemetry", () => {
  /** The spans as the console's exporter prints them. */
  const spansOf = (output: string) =>
    output.split(/^}$/m).flatMap((text) => {
      const [, name] = /^ {2}name: '(.*)'/m.exec(text) ?? [];
      const [, parent] = /^ {2}parentSpanContext: \{[^}]*spanId: '(\w+)'/m.exec(text) ?? [];
      const [, id] = /^ {2}id: '(\w+)'/m.exec(text) ?? [];
      const [, status] = /'http.response.status_code': (\d+)/.exec(text) ?? [];
      const [, resends = "0"] = /'http.request.resend_count': (\d+)/.exec(text) ?? [];
      const isError = /^ {2}status: \{ code: 2/m.test(text) || /^ {2}status: \{\n {4}code: 2/m.test(text);
      return name === undefined ? [] : [{ name, parent, id, status, resends, isError, text }];
    });

  test("makes a span of each attempt, below the program's own, and none with a secret", async () => {
    const { stdout, stderr, open, world } = await run("opentelemetry", badDay);
    expect(stderr).toBe("");
    const spans = spansOf(stdout);
    expect(spans.map(({ name, status, resends, isError }) => [name, status, resends, isError])).toEqual([
      ["login", "200", "0", false],
      ["listTickets", "401", "0", true],
      ["login", "200", "0", false],
      ["listTickets", "503", "1", true],
      ["listTickets", undefined, "2", true],
      ["listTickets", "200", "3", false],
      ["count open tickets", undefined, "0", false],
    ]);
    const outer = spans.at(-1);
    expect(new Set(spans.slice(0, -1).map(({ parent }) => parent))).toEqual(new Set([outer?.id]));
    expect(outer?.text).toContain(`'tickets.open': ${open}`);
    expect([...(outer?.text.matchAll(/name: '(refresh|retry)'/g) ?? [])].map(([, event]) => event)).toEqual([
      ...["refresh", "retry", "retry"],
    ]);
    for (const secret of secretsOf(world)) expect(stdout + stderr).not.toContain(secret);
  });

  test("a call that fails ends in spans that say so, without the password", async () => {
    const { stdout, stderr, code } = await run("opentelemetry", [], { SITEBAY_PASSWORD: "canary-1" });
    expect(code).toBe(1);
    expect(spansOf(stdout).map(({ name, isError }) => [name, isError])).toEqual([
      ["login", true],
      ["count open tickets", true],
    ]);
    expect(stdout + stderr).not.toContain("canary-1");
  });
});
