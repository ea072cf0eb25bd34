import { type OperationId, operations } from "@sitebay-tickets/contract";
import { operationSchemas } from "@sitebay-tickets/contract/schemas";
import { describe, expect, test } from "vitest";
import { judgeAgainst } from "../src/answer/judge-request.ts";
import { readBody } from "../src/answer/read-body.ts";
import { Refusal } from "../src/answer/refusal.ts";
import { answer, createTicketWorld } from "../src/index.ts";
import { acceptedRequests, type DerivedRequest, refusedRequests } from "./derived/derive-requests.ts";
import { syntheticOperation } from "./derived/synthetic-operation.ts";

const ids = Object.values(operations).map(({ id }) => id);

describe.each(ids)("%s", (id) => {
  const schemas = operationSchemas[id];
  const refused = refusedRequests(schemas);
  const accepted = acceptedRequests(schemas);

  test("has at least a constraint for every parameter and every field", () => {
    const { properties = {}, required = [] } = schemas.requestBody?.schema ?? {};
    const fields = schemas.parameters.length + Object.keys(properties).length + required.length;
    expect(refused.length).toBeGreaterThanOrEqual(fields);
    expect(refused.length > 0).toBe(fields > 0);
  });

  test.each(refused)("refuses what breaks: $constraint", ({ request, errors }) => {
    const { status, body } = ask(id, request);
    expect({ status, errors: errorsIn(body) }).toEqual({ status: 422, errors });
  });

  test.each(accepted)("accepts $edge", ({ request }) => {
    // 404 and 400 come after all judging: no such ticket or team, no such user.
    expect([operations[id].success, 404, id === "login" ? 400 : 404]).toContain(ask(id, request).status);
  });
});

describe("an operation with every keyword", () => {
  const refused = refusedRequests(syntheticOperation);

  test("breaks each of them somewhere", () => {
    const constraints = refused.map(({ constraint }) => constraint).join("\n");
    const keywords =
      "required type format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern enum const minItems maxItems item additionalProperties null";
    for (const keyword of keywords.split(" ")) expect(constraints).toMatch(new RegExp(`\\b${keyword}\\b`));
    expect(refused.length).toBeGreaterThan(100);
  });

  test.each(refused)("refuses what breaks: $constraint", ({ request, errors }) => {
    const judged = judgeSynthetic(request);
    expect(judged instanceof Refusal ? errorsIn(judged) : judged).toEqual(errors);
  });

  test.each(acceptedRequests(syntheticOperation))("accepts $edge", ({ request }) => {
    const judged = judgeSynthetic(request);
    expect(judged instanceof Refusal ? errorsIn(judged) : []).toEqual([]);
  });
});

test("a constraint that joins the spec is broken and judged without anybody's help", () => {
  const { requestBody, parameters } = operationSchemas.createTicket;
  if (!requestBody) throw new Error("createTicket takes a body");
  const { schema } = requestBody;
  const subject = { ...schema.properties?.subject, maxLength: 80 };
  const tomorrow = {
    parameters,
    requestBody: { ...requestBody, schema: { ...schema, properties: { ...schema.properties, subject } } },
  };
  const added = refusedRequests(tomorrow).filter(({ constraint }) => constraint === "body subject: maxLength");
  expect(added).toHaveLength(1);
  for (const { request, errors } of added) {
    expect(ask("createTicket", request).status).not.toBe(422);
    const judged = judgeAgainst(tomorrow, request.path, request.query, bodyOf(request, tomorrow));
    expect(judged instanceof Refusal && errorsIn(judged)).toEqual(errors);
  }
});

function ask(id: OperationId, request: DerivedRequest): { status: number; body: unknown } {
  const { method, path } = operations[id];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path[name] ?? ""));
  const headers = { authorization: "Bearer demo-token", ...contentType(request) };
  const said = answer(createTicketWorld({ tickets: 1 }), {
    ...{ method, path: filled, query: request.query.toString(), headers },
    body: new TextEncoder().encode(request.body ?? ""),
  });
  return { status: said.status, body: said.body.kind === "json" ? said.body.value : undefined };
}

function judgeSynthetic(request: DerivedRequest) {
  const body = bodyOf(request, syntheticOperation);
  return body instanceof Refusal ? body : judgeAgainst(syntheticOperation, request.path, request.query, body);
}

function bodyOf(request: DerivedRequest, { requestBody }: Pick<typeof syntheticOperation, "requestBody">) {
  const sent = { method: "POST", path: "", query: "", headers: contentType(request) };
  return readBody({ ...sent, body: new TextEncoder().encode(request.body ?? "") }, requestBody);
}

function contentType({ contentType }: DerivedRequest): Record<string, string> {
  return contentType === undefined ? {} : { "content-type": contentType };
}

/** Where a 422 says what is wrong. */
function errorsIn(refusal: unknown) {
  const { detail } = refusal as { detail: { loc: unknown; type: unknown }[] };
  return detail.map(({ loc, type }) => ({ loc, type }));
}
