import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { takeRunLock } from "../src/output/run-lock.ts";
import { type CommandResult, runCommand, startCommand } from "./support/command.ts";
import { httpServer, unusedAddress } from "./support/http-server.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

/** Must never be seen in anything that the command says or writes. */
const TOKEN = "canary-7f3a";

function answer(status: number, body: unknown, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

/** One clear message, no stack, no secret, nothing on stdout. */
function expectOneClearMessage({ stdout, stderr }: CommandResult, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain(TOKEN);
  expect(stdout).toBe("");
}

/** Runs an export that fails, and looks whether it left anything behind. */
async function failingExport(
  baseUrl: string,
  environment: Record<string, string> = { SITEBAY_TOKEN: TOKEN },
): Promise<CommandResult> {
  const out = path.join(temporaryFolder(), "out");
  const result = await runCommand(["export", "--out", out, "--base-url", baseUrl], environment);
  expect(existsSync(path.join(out, "latest"))).toBe(false);
  if (existsSync(out)) expect(readdirSync(path.join(out, "runs"))).toEqual([]);
  return result;
}

describe("what the service may answer", () => {
  const unauthorized = { detail: "Unauthorized" };
  const invalid = { detail: [{ loc: ["query", "page"], msg: "Input should be a valid integer", type: "int_parsing" }] };
  const noRetry = { "retry-after": "3600" };

  test.each<[string, RequestListener, number, RegExp]>([
    ["401", answer(401, unauthorized), 4, /401.*Unauthorized[\s\S]*SITEBAY_TOKEN/],
    ["403", answer(403, { detail: "Forbidden" }), 4, /403.*Forbidden/],
    ["404", answer(404, { detail: "Not Found" }), 2, /404.*Not Found[\s\S]*--base-url/],
    ["422", answer(422, invalid), 5, /422.*page.*Input should be a valid integer/],
    ["429 with a wait beyond the deadline", answer(429, { detail: "Too Many Requests" }, noRetry), 5, /429/],
    ["500 with an empty body", answer(503, "", noRetry), 5, /503/],
    ["HTML with a 200", answer(200, "<!doctype html><p>hello", { "content-type": "text/html" }), 6, /HTML/],
    ["an object instead of a list", answer(200, { results: [] }), 6, /JSON array/],
    ["a list that ends early", answer(200, '[{"id":"a"},{"id"'), 6, /cut off at byte 17/],
    ["an empty body", answer(200, ""), 6, /./],
    ["a list of something else", answer(200, [{ name: "no ticket" }]), 6, /Element 0 .* has no id/],
  ])("%s", async (_, listener, code, message) => {
    const result = await failingExport(await httpServer(listener));
    expectOneClearMessage(result, message);
    expect(result.code).toBe(code);
  });

  test("a connection that is reset within the list", async () => {
    const result = await failingExport(
      await httpServer((_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write('[{"id":"a"},', () => response.destroy());
      }),
    );
    expectOneClearMessage(result, /GET http/);
    expect([5, 6]).toContain(result.code);
  });

  test("refused credentials at the login", async () => {
    const environment = { SITEBAY_USERNAME: "ada@example.com", SITEBAY_PASSWORD: TOKEN };
    const result = await failingExport(await httpServer(answer(400, { detail: "LOGIN_BAD_CREDENTIALS" })), environment);
    expectOneClearMessage(result, /LOGIN_BAD_CREDENTIALS[\s\S]*SITEBAY_USERNAME/);
    expect(result.code).toBe(4);
  });

  test("nobody listens", async () => {
    const result = await failingExport(await unusedAddress());
    expectOneClearMessage(result, /connection refused/);
    expect(result.code).toBe(5);
  });

  test("a host that does not exist", async () => {
    const result = await failingExport("http://tickets.invalid");
    expectOneClearMessage(result, /tickets\.invalid/);
    expect(result.code).toBe(5);
  });
});

describe("what the user may have mistyped", () => {
  test.each<[string, string[], Record<string, string>, RegExp]>([
    ["no command", [], {}, /Usage: sitebay-tickets/],
    ["an unknown command", ["exprot"], {}, /unknown command 'exprot'[\s\S]*Did you mean export/],
    [
      "an unknown option",
      ["export", "--out", "x", "--formats", "csv"],
      {},
      /unknown option '--formats'[\s\S]*--format/,
    ],
    ["no output folder", ["export"], {}, /--out <folder>.*not specified/],
    ["an empty output folder", ["export", "--out", ""], {}, /--out/],
    ["an unknown format", ["export", "--out", "x", "--format", "csv,xml"], {}, /"xml" is none of json, ndjson, csv/],
    [
      "an address without a scheme",
      ["export", "--out", "x", "--base-url", "localhost:4010"],
      {},
      /--base-url is localhost:4010, but an address looks like https/,
    ],
    [
      "an address with credentials",
      ["export", "--out", "x", "--base-url", `http://me:${TOKEN}@h`],
      {},
      /Credentials belong into the environment/,
    ],
    ["quiet and JSON at once", ["export", "--out", "x", "--quiet", "--json"], {}, /cannot be used with/],
    ["no credentials", ["export", "--out", "x"], {}, /No credentials: set one of SITEBAY_TOKEN,/],
    ["a user without a password", ["export", "--out", "x"], { SITEBAY_USERNAME: "ada" }, /SITEBAY_PASSWORD is not/],
    [
      "a token file that is not there",
      ["export", "--out", "x"],
      { SITEBAY_TOKEN_FILE: "/nowhere/token" },
      /\/nowhere\/token/,
    ],
    ["a token with a space", ["export", "--out", "x"], { SITEBAY_TOKEN: `${TOKEN} x` }, /SITEBAY_TOKEN: .*token/],
    [
      "a whole cookie header",
      ["export", "--out", "x"],
      { SITEBAY_COOKIE: `msb=${TOKEN};a=b` },
      /SITEBAY_COOKIE: .*cookie/,
    ],
  ])("%s", async (_, args, environment, message) => {
    const result = await runCommand(args, environment);
    expectOneClearMessage(result, message);
    expect(result.code).toBe(2);
    expect(existsSync("x")).toBe(false);
  });
});

describe("what may be wrong with the output", () => {
  test("a file in the way of the folder", async () => {
    const file = path.join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const service = await httpServer(() => expect.unreachable("the service must not be asked"));
    const result = await runCommand(["export", "--out", `${file}/out`, "--base-url", service], {
      SITEBAY_TOKEN: TOKEN,
    });
    expectOneClearMessage(result, /Cannot write .*file\/out: a part of the path is a file, not a folder/);
    expect(result.code).toBe(7);
  });

  test("a folder without permission to write", async () => {
    // The kernel's own folder takes no files from anyone, root included.
    const result = await runCommand(["export", "--out", "/proc/tickets"], { SITEBAY_TOKEN: TOKEN });
    expectOneClearMessage(result, /Cannot write \/proc\/tickets/);
    expect(result.code).toBe(7);
  });

  test("another run that is writing there", async () => {
    const out = temporaryFolder();
    using _lock = takeRunLock(out);
    const result = await runCommand(["export", "--out", out], { SITEBAY_TOKEN: TOKEN });
    expectOneClearMessage(result, new RegExp(`Another run is writing to ${out}: process ${process.pid}, since`));
    expect(result.code).toBe(75);
  });
});

describe("interruption", () => {
  test.each([
    ["SIGINT", 130, /Interrupted/],
    ["SIGTERM", 143, /Terminated/],
  ] as const)("%s in the middle of the list publishes nothing", async (signal, code, message) => {
    const out = temporaryFolder();
    mkdirSync(path.join(out, "runs"));
    const { promise: asked, resolve } = Promise.withResolvers<ServerResponse>();
    const service = await httpServer((_, response) => resolve(response));
    const { process: child, result } = startCommand(["export", "--out", out, "--base-url", service], {
      SITEBAY_TOKEN: TOKEN,
    });
    const response = await asked;
    response.writeHead(200, { "content-type": "application/json" }).write('[{"id":"a"},');
    child.kill(signal);
    await once(response, "close");
    const finished = await result;
    expectOneClearMessage(finished, message);
    expect(finished.code).toBe(code);
    expect(readdirSync(path.join(out, "runs"))).toEqual([]);
    expect(existsSync(path.join(out, "latest"))).toBe(false);
  });
});
