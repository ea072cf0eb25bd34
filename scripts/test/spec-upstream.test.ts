import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { root } from "../src/repository.ts";
import { ONE_TICKET, TICKET } from "./upstream/places.ts";
import { append, serviceDocument, set } from "./upstream/service-document.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-upstream-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user does, while this process may serve what it asks for. */
function upstream(args: readonly string[], stdin = ""): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["scripts/src/spec-upstream.ts", ...args],
      { cwd: root, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    // Whoever wants no input need not wait for it.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(stdin);
  });
}

function file(name: string, text: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

/** An address on this machine that is answered so. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const SAME = JSON.stringify(serviceDocument().toJS());
const MOOD = set(`${TICKET}/properties/mood`, { anyOf: [{ type: "string" }, { type: "null" }] });
const MOODY = JSON.stringify(serviceDocument(MOOD).toJS());

describe("the document is read", () => {
  test("from a file of JSON, and nothing is left to explain", async () => {
    const { code, stdout, stderr } = await upstream([file("same.json", SAME)]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/same\.json: OpenAPI 3\.1\.0, 8 operations, of which 8 were compared/);
    expect(stdout).toMatch(/^\d+ differences that openapi\/curation\.yaml explains$/m);
    expect(code).toBe(0);
  });

  test("from a file of YAML", async () => {
    const { code, stdout } = await upstream([file("same.yaml", serviceDocument().toString())]);
    expect(stdout).toContain("of which 8 were compared");
    expect(code).toBe(0);
  });

  test("from stdin", async () => {
    const { code, stdout } = await upstream(["-"], MOODY);
    expect(stdout).toContain("mood: only upstream (string or null)");
    expect(code).toBe(1);
  });

  test("from an address, redirected or not", async () => {
    const address = await serve(({ url }, response) => {
      if (url === "/openapi.json") response.setHeader("content-type", "application/json").end(SAME);
      else response.writeHead(302, { location: "/openapi.json" }).end();
    });
    expect(await upstream([`${address}/docs`])).toMatchObject({ code: 0, stderr: "" });
  });

  test("with aliases, as many as a framework writes", async () => {
    const security = ["    security: &shared", "    - OAuth2PasswordBearer: []", "    - APIKeyCookie: []"];
    const others = Array.from(
      { length: 400 },
      (_, i) => `  /a${i}:\n    get:\n      security: *shared\n      responses: {}`,
    );
    const text = serviceDocument().toString();
    const repeated = text.replace(
      "paths:\n",
      () => `x-shared:\n${security.join("\n")}\npaths:\n${others.join("\n")}\n`,
    );
    const { code, stdout } = await upstream([file("aliases.yaml", repeated)]);
    expect(stdout).toContain("408 operations, of which 8 were compared");
    expect(code).toBe(0);
  });

  test("with tags of another language, which are taken for plain values and never run", async () => {
    const never = path.join(folder, "never");
    const text = serviceDocument()
      .toString()
      .replace("title: A made-up service", `title: !!python/object/apply:os.system ["touch ${never}"]`)
      .replace("tags:\n", "tags: !!python/tuple\n");
    const { code, stderr } = await upstream([file("tags.yaml", text)]);
    expect(stderr).toMatch(/^spec:upstream: .*tags\.yaml:\d+: 2 tags of another language, taken for plain values\n$/);
    expect(existsSync(never)).toBe(false);
    expect(code).toBe(0);
  });

  test("of ten megabytes, in seconds", async () => {
    const others = Array.from({ length: 9000 }, (_, i) => [
      `/f/api/v1/site${i}`,
      { get: { ...OTHER, operationId: `get_${i}` } },
    ]);
    const big = serviceDocument().toJS();
    const text = JSON.stringify({ ...big, paths: { ...big.paths, ...Object.fromEntries(others) } });
    expect(text.length).toBeGreaterThan(10_000_000);
    const { code, stdout } = await upstream([file("big.json", text)]);
    expect(stdout).toContain("9008 operations, of which 8 were compared");
    expect(code).toBe(0);
  });

  test("with schemas that all refer to each other", async () => {
    const names = Array.from({ length: 40 }, (_, i) => `Knot${i}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const knots = names.map((name) => set(`#/components/schemas/${name}`, { type: "object", properties }));
    const document = serviceDocument(
      ...knots,
      set(`${TICKET}/properties/knot`, { $ref: "#/components/schemas/Knot0" }),
    );
    const { code, stdout } = await upstream([file("knots.json", JSON.stringify(document.toJS()))]);
    expect(stdout).toContain("knot: only upstream (Knot0)");
    expect(code).toBe(1);
  });
});

const OTHER = {
  summary: "Made up ".repeat(100),
  responses: {
    "200": { description: "Made up ".repeat(20), content: { "application/json": { schema: { type: "string" } } } },
  },
};

describe("what cannot be compared is told in one line:", () => {
  const yaml = serviceDocument().toString();
  const BOMB = [
    "a: &a [x, x, x, x, x, x, x, x, x]",
    ..."bcdefgh".split("").map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[i]}`)}]`),
  ];

  test.concurrent.for<[what: string, text: string | Uint8Array, message: RegExp]>([
    ["an empty file", " \n", /is empty/],
    ["an HTML page", "<!doctype html><html><body>Not Found</body></html>", /is an HTML or XML page/],
    ["JSON cut short", SAME.slice(0, 5000), /begins like JSON, but is none: .*position 5000/],
    ["YAML cut short within a word", yaml.slice(0, yaml.indexOf("paths:") + 4), /:\d+: is no YAML/],
    ["YAML cut short before the tickets", yaml.slice(0, yaml.indexOf("paths:")), /has no paths: is it cut short\?/],
    ["a list", "[1, 2]", /no mapping stands at its top/],
    ["a sentence", "Internal Server Error", /no mapping stands at its top/],
    ["bytes", Uint8Array.of(0x1f, 0x8b, 0x08, 0x00), /no mapping stands at its top|is no YAML/],
    ["something else than an API", '{"name": "x", "version": "1.0.0"}', /names no openapi version/],
    ["Swagger", '{"swagger": "2.0", "paths": {}}', /is written in Swagger 2\.0: convert it to OpenAPI 3 first/],
    [
      "a later OpenAPI",
      SAME.replace('"3.1.0"', '"4.0.0"'),
      /is written in OpenAPI 4\.0\.0; 3\.0 and 3\.1 can be compared/,
    ],
    [
      "an API without tickets",
      '{"openapi": "3.1.0", "paths": {"/site": {"get": {}}}}',
      /none of its 1 paths has a segment named ticket or tickets/,
    ],
    ["an alias bomb", `openapi: 3.1.0\n${BOMB.join("\n")}\npaths: {}\n`, /Excessive alias count/],
    [
      "a reference to nothing",
      SAME.replaceAll("schemas/UserLimited", "schemas/Nobody"),
      /refers to #\/components\/schemas\/Nobody, where nothing stands/,
    ],
    [
      "a reference to a file",
      SAME.replaceAll("#/components/schemas/UserLimited", "user.json"),
      /refers to another document \(user\.json\): bundle them into one first/,
    ],
    [
      "a response that is none",
      JSON.stringify(serviceDocument(set(`${ONE_TICKET}/get/responses/200`, 1)).toJS()),
      /expected a mapping here/,
    ],
  ])("%s", async ([what, text, message], { expect }) => {
    const { code, stdout, stderr } = await upstream([file(`broken ${what}`, text)]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^spec:upstream: \S*broken [^\n]*\n$/);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("a file that is not there, and a folder", async () => {
    expect(await upstream([path.join(folder, "nowhere.json")])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/nowhere\.json: there is no such file\n$/),
    });
    mkdirSync(path.join(folder, "folder"));
    expect(await upstream([path.join(folder, "folder")])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is a folder, not a file\n$/),
    });
  });

  test("an address that says no, answers with a page, or hangs", async () => {
    const address = await serve(({ url }, response) => {
      if (url === "/page") response.setHeader("content-type", "text/html").end("<html></html>");
      else if (url === "/slow") response.write("{");
      else response.writeHead(404).end("{}");
    });
    const line = (text: string) => `spec:upstream: ${address}/${text}\n`;
    expect(await upstream([`${address}/no?token=secret`])).toMatchObject({
      code: 2,
      stderr: line("no: answers with 404 Not Found"),
    });
    expect(await upstream([`${address}/page`])).toMatchObject({
      code: 2,
      stderr: line("page: is an HTML or XML page, not an OpenAPI document"),
    });
    expect(await upstream([`${address}/slow`, "--timeout", "0.2"])).toMatchObject({
      code: 2,
      stderr: line("slow: gave no complete answer within 0.2 s"),
    });
  });

  test("an address where nothing listens, and what is no address of the web", async () => {
    const address = await serve(() => undefined);
    const closed = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => closed.once("listening", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await upstream([`http://127.0.0.1:${port}/`])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("nothing listens there (ECONNREFUSED)"),
    });
    expect(await upstream(["ftp://127.0.0.1/x"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("only http and https addresses are read"),
    });
    const withPassword = await upstream([address.replace("http://", "http://ada:secret@")]);
    expect(withPassword).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("an address with a user name in it is not fetched"),
    });
    expect(withPassword.stderr).not.toContain("secret");
  });

  test("more than any API has to say", async () => {
    const chunk = "#".repeat(2 ** 20);
    const address = await serve((_, response) => {
      const more = () => {
        while (response.writable) if (!response.write(chunk)) return;
      };
      response.on("drain", more);
      more();
    });
    expect(await upstream([address])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is larger than 64 MB"),
    });
  });
});

describe("usage", () => {
  test.for([
    [[], "error: missing required argument 'document'"],
    [["a.json", "b.json"], "error: too many arguments. Expected 1 argument but got 2: a.json, b.json."],
    [["a.json", "--adpot", "all"], "error: unknown option '--adpot'"],
    [["a.json", "--format", "html"], "error: option '--format <name>' argument 'html' is invalid."],
    [["a.json", "--timeout", "soon"], "error: option '--timeout <seconds>' argument 'soon' is invalid."],
  ] as const)("%j is wrong", async ([args, message]) => {
    const { code, stdout, stderr } = await upstream(args);
    expect(stderr.startsWith(message)).toBe(true);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("--help tells what the exit codes mean", async () => {
    const { code, stdout } = await upstream(["--help"]);
    expect(stdout).toContain("Exit codes: 0 ");
    expect(code).toBe(0);
  });
});

describe("what it finds is told", () => {
  test("to people, thing by thing, with the edit that would settle it", async () => {
    const { stdout } = await upstream(["-"], MOODY);
    expect(stdout).toContain("1 difference that nothing explains\n\nschema Ticket  (listTickets, createTicket, ");
    expect(stdout).toMatch(/ {6}'#\/components\/schemas\/Ticket\/properties\/mood' {2}openapi\/tickets\.yaml:\d+\n/);
    expect(stdout).toMatch(/ {8}\+ mood: {2}\(openapi\/tickets\.yaml:\d+\)\n {8}\+ {3}description: ""\n/);
    expect(stdout).toContain("Settle each by its pointer: --adopt ");
  });

  test("to programs, as JSON", async () => {
    const { code, stdout } = await upstream(["-", "--format", "json"], MOODY);
    expect(JSON.parse(stdout)).toMatchObject({
      document: { name: "stdin", version: "3.1.0", operations: 8, tickets: 8 },
      drift: [
        {
          pointer: "#/components/schemas/Ticket/properties/mood",
          kind: "only-upstream",
          upstream: {
            says: "string or null",
            pins: { "#/components/schemas/Ticket/properties/mood": { type: ["string", "null"] } },
          },
          here: { says: "nothing", at: expect.stringMatching(/^openapi\/tickets\.yaml:\d+$/) },
          proposal: {
            changes: [{ file: "openapi/tickets.yaml", removed: [], added: expect.arrayContaining(["        mood:"]) }],
          },
        },
      ],
      idle: [],
    });
    expect(code).toBe(1);
  });

  test("to a pull request, as Markdown that nothing upstream can break", async () => {
    const evil = set(`${TICKET}/properties/x|y`, { type: "string", enum: ["<script>", "|", "`"] });
    const document = serviceDocument(evil, append(`${TICKET}/required`, "category"));
    const { stdout } = await upstream(["-", "--format", "markdown"], JSON.stringify(document.toJS()));
    expect(stdout).toContain("### Upstream API: 2 unexplained");
    expect(stdout).toContain("#### schema Ticket");
    expect(stdout).toContain('| x\\|y | string, enum \\["\\<script\\>","\\|","\\`"\\] | nothing |');
    expect(stdout).toContain(
      "<details><summary><code>--adopt '#/components/schemas/Ticket/required/category'</code></summary>",
    );
    expect(stdout.match(/^\| /gm)?.length).toBe(stdout.match(/^\| .* \|$/gm)?.length);
  });
});
