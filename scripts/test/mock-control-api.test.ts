import { readFileSync } from "node:fs";
import path from "node:path";
import { createTicketWorld, faultKinds, offSpec } from "@sitebay-tickets/test-kit";
import { serve, type TicketServer } from "@sitebay-tickets/test-kit/server";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../src/repository.ts";
import { runRedocly } from "../src/spec/redocly-cli.ts";

/** What is read here of an OpenAPI document. */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, Response>>;
    readonly schemas: Readonly<Record<string, { readonly properties: Readonly<Record<string, { enum?: string[] }>> }>>;
  };
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
}

const folder = path.join(root, "packages/test-kit/openapi");
const document: Document = parse(readFileSync(path.join(folder, "control.yaml"), "utf8"));
const declared = Object.entries(document.paths).flatMap(([template, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), template, ...operation })),
);

let server: TicketServer;
beforeAll(async () => {
  const world = createTicketWorld({ tickets: 3 });
  world.override("getTicket", () => offSpec("a status to come", { status: 410, json: {} }), 1);
  // This one breaks the spec, and is noted.
  world.override("deleteTicket", () => ({ status: 418 }) as never, 1);
  server = await serve(world);
  const headers = { authorization: "Bearer demo-token", "content-type": "application/json" };
  const [ticket] = world.listTickets();
  const send = (method: string, below: string, body?: string) =>
    fetch(`${server.url}${below}`, { method, headers, ...(body !== undefined && { body }) });
  await send("GET", "/support/ticket?x=1");
  await send("GET", `/support/ticket/${ticket?.id}`);
  await send("DELETE", `/support/ticket/${ticket?.id}`);
  await send("POST", `/support/ticket/${ticket?.id}/reply`, '{"description":"Yes"}');
  await send("PATCH", `/support/ticket/${ticket?.id}`, '{"openai_custom_instructions":"Be brief"}');
  await send("GET", "/nowhere");
});
afterAll(() => server.close());

const snapshot = async () => (await fetch(`${server.controlUrl}/snapshot`)).json();

/** For each operation and each status that it declares, a request that is answered so. */
const requests: Readonly<Record<string, Readonly<Record<number, Request | (() => Promise<Request>)>>>> = {
  showPage: { 200: {}, 400: { query: "?sesion=1" } },
  getPagePart: {
    200: { target: "/page/page.css" },
    400: { target: "/page/page.css", query: "?x" },
    404: { target: "/page/no" },
  },
  getDocument: { 200: {}, 400: { query: "?x=1" } },
  getCoverage: { 200: {}, 400: { query: "?x=1" } },
  clearCoverage: { 204: {}, 400: { query: "?x=1" } },
  getChoices: { 200: {}, 400: { query: "?x=1" } },
  listRequests: { 200: { query: "?since=0&limit=10" }, 400: { query: "?operation=list" } },
  addFault: {
    201: { body: { kind: "serverError", status: 503, operation: ["getTicket", "login"], times: 2 } },
    400: { body: { kind: "none" } },
    415: { body: { kind: "drop" }, type: "text/plain" },
  },
  listFaults: { 200: {}, 400: { query: "?x=1" } },
  getState: { 200: {}, 400: { query: "?x=1" } },
  removeFault: {
    204: { target: "/faults/1" },
    400: { target: "/faults/1", query: "?x=1" },
    404: { target: "/faults/77" },
  },
  clearFaults: { 204: {}, 400: { query: "?x=1" } },
  listScenarios: { 200: {}, 400: { query: "?x=1" } },
  beginScenario: {
    200: { target: "/scenarios/driftedApi" },
    400: { target: "/scenarios/flaky", query: "?x=1" },
    404: { target: "/scenarios/calm" },
  },
  getSnapshot: { 200: {}, 400: { query: "?x=1" } },
  restoreSnapshot: {
    200: async () => ({ body: await snapshot() }),
    400: { body: { seed: 1 } },
    415: { body: {}, type: "text/plain" },
  },
  getClock: { 200: {}, 400: { query: "?x=1" } },
  setClock: {
    200: { body: { now: "2027-01-01T00:00:00Z" } },
    400: { body: {} },
    415: { body: {}, type: "text/plain" },
  },
  advanceClock: { 200: { body: { milliseconds: 1 } }, 400: { body: {} }, 415: { type: "text/plain" } },
  listSessions: { 200: { query: "?session=one" }, 400: { query: "?x=1" } },
  endSession: {
    204: { target: "/sessions/one" },
    400: { target: "/sessions/one", query: "?x=1" },
    404: { target: "/sessions/77" },
  },
  clearRequests: { 204: {}, 400: { query: "?x=1" } },
  revokeToken: {
    204: { body: { token: "demo-read-token" } },
    400: { body: { token: 1 } },
    404: { body: { token: "none" } },
    415: { body: {}, type: "text/plain" },
  },
  reset: { 200: { body: { seed: 4 } }, 400: { body: { seed: "4" } }, 415: { type: "text/plain" } },
};

interface Request {
  /** Default: the operation's path. */
  readonly target?: string;
  readonly query?: string;
  readonly body?: unknown;
  /** Default: JSON. */
  readonly type?: string;
}

/** Each operation's requests, in an order in which one leaves what the next one needs. */
const cases = Object.entries(requests).flatMap(([id, byStatus]) =>
  Object.entries(byStatus).map(([status, request]) => ({ id, status, request })),
);

function responseOf(operation: Operation | undefined, status: string): Response | undefined {
  const response = operation?.responses[status];
  if (!response || !("$ref" in response)) return response;
  return document.components.responses[response.$ref.split("/").at(-1) ?? ""];
}

function validatorOf(schema: unknown) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
  return ajv.compile({ ...(schema as object), components: document.components });
}

describe("the mock's control API", () => {
  test("is described by a document that Redocly finds no fault with", async () => {
    const run = await runRedocly(["lint", "control.yaml", "--config", "redocly.yaml", "--format", "json"], folder);
    expect(JSON.parse(run.stdout).problems).toEqual([]);
  });

  test("describes each operation and status that is tried here, and no other", () => {
    const described = declared.flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    );
    expect(described.toSorted()).toEqual(cases.map(({ id, status }) => `${id} ${status}`).toSorted());
  });

  test.each(cases)("answers as its document says: $id with $status", async ({ id, status, request }) => {
    const operation = declared.find(({ operationId }) => operationId === id);
    const {
      target,
      query = "",
      body,
      type = "application/json",
    } = typeof request === "function" ? await request() : request;
    const address = `${server.controlUrl}${target ?? operation?.template}${query}`;
    const response = await fetch(address, {
      method: operation?.method ?? "",
      headers: { "content-type": type },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    expect(`${response.status} ${text}`).toMatch(new RegExp(`^${status} `));

    const { content } = responseOf(operation, status) ?? {};
    const mediaType = response.headers.get("content-type")?.replace(/;.*/, "") ?? "";
    if (!content) expect([text, mediaType]).toEqual(["", ""]);
    else {
      const validate = validatorOf(content[mediaType]?.schema);
      validate(mediaType === "application/json" ? JSON.parse(text) : text);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test("has no path and no method beside those of its document", async () => {
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    for (const [template, item] of Object.entries(document.paths)) {
      for (const method of methods.filter((each) => !(each.toLowerCase() in item))) {
        const init = { method, headers: { "content-type": "application/json" } };
        const response = await fetch(`${server.controlUrl}${template.replaceAll(/\{\w+\}/g, "1")}`, init);
        const allowed = response.headers.get("allow")?.toLowerCase().split(", ").toSorted();
        expect([response.status, allowed], `${method} ${template}`).toEqual([405, Object.keys(item).toSorted()]);
      }
    }
    const { detail } = await (await fetch(`${server.controlUrl}/nothing`)).json();
    const told: string[] = detail
      .match(/(?<=there are .*)\/__mock[^\s,;]*/g)
      ?.map((each: string) => each.replace(/\.$/, ""));
    const described = Object.keys(document.paths).map((template) => `/__mock${template === "/" ? "" : template}`);
    expect(told.toSorted()).toEqual(described.toSorted());
  });

  test("knows each kind of fault, with its options, and says what it is", async () => {
    const { faults } = await (await fetch(`${server.controlUrl}/choices`)).json();
    const { properties } = document.components.schemas.FaultRule ?? { properties: {} };
    expect(properties.kind?.enum).toEqual(faultKinds);
    expect(faults.map(({ kind }: { kind: string }) => kind)).toEqual(faultKinds);
    for (const { options } of faults)
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(options)));
  });

  test("takes each example that its document gives", async () => {
    for (const [template, item] of Object.entries(document.paths)) {
      const bodies = Object.entries(item).flatMap(([method, operation]) => {
        const { requestBody } = operation as { requestBody?: { content: Record<string, { example?: unknown }> } };
        const example = requestBody?.content["application/json"]?.example;
        return example === undefined ? [] : [{ method: method.toUpperCase(), body: JSON.stringify(example) }];
      });
      for (const init of bodies) {
        const headers = { "content-type": "application/json" };
        const response = await fetch(`${server.controlUrl}${template}`, { ...init, headers });
        expect(response.ok, `${init.method} ${template}: ${await response.text()}`).toBe(true);
      }
    }
  });
});
