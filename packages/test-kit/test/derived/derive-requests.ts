import type { JsonSchema, OperationSchemas } from "@sitebay-tickets/contract/schemas";
import { type BrokenValue, brokenFields, brokenValues } from "./broken-values.ts";
import { goodValue, goodValues } from "./good-values.ts";

/** What is sent to an operation. */
export interface DerivedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly contentType?: string;
  readonly body?: string;
}

export interface RefusedRequest {
  readonly constraint: string;
  readonly request: DerivedRequest;
  /** Everything that is wrong with it. */
  readonly errors: readonly { readonly loc: readonly (number | string)[]; readonly type: string }[];
}

export interface AcceptedRequest {
  readonly edge: string;
  readonly request: DerivedRequest;
}

type Schemas = Pick<OperationSchemas, "parameters" | "requestBody">;

/** A request for every constraint on what an operation takes, which breaks that one alone. */
export function refusedRequests(schemas: Schemas): RefusedRequest[] {
  const good = goodRequest(schemas);
  const path = brokenFields(fieldsIn(schemas, "path"), "text")
    // An address without a path parameter, or with an empty one, is another address.
    .filter(({ constraint, value, loc: [name] }) => !constraint.startsWith("required ") && valueAt(value, name) !== "")
    .map((broken) => refused("path", broken, { ...good, path: texts(broken.value) }));
  const query = brokenFields(fieldsIn(schemas, "query"), "text").map((broken) =>
    refused("query", broken, { ...good, query: searchParams(broken.value) }),
  );
  return [...path, ...query, ...refusedBodies(schemas, good)];
}

function refusedBodies({ requestBody }: Schemas, good: DerivedRequest): RefusedRequest[] {
  if (!requestBody) return [];
  const { schema, contentType, required } = requestBody;
  const request = (value: unknown) => ({ ...good, ...encoded(contentType, value) });
  const refusedAt = (broken: BrokenValue) => refused("body", broken, request(broken.value));
  if (contentType !== "application/json") {
    // Told in the order of the fields, whatever that of `required`.
    const fields = Object.keys(schema.properties ?? {}).filter((name) => schema.required?.includes(name));
    const errors = fields.map((name) => ({ loc: ["body", name], type: "missing" }));
    return [
      // An empty field of a form is one that was not sent.
      ...brokenFields(schema, "text").map((broken) => refusedAt(broken)),
      { constraint: "content type", request: { ...good, ...encoded("application/json", goodValue(schema)) }, errors },
      { constraint: "no body", request: { ...good, body: "" }, errors },
    ];
  }
  const absent = [{ loc: ["body"], type: "missing" }];
  const [notRead] = brokenValues(schema, "json").filter(({ constraint }) => constraint === "type");
  return [
    ...brokenValues(schema, "json")
      .filter(({ constraint }) => constraint !== "not null")
      .map(refusedAt),
    ...(required ? [{ constraint: "no body", request: { ...good, body: "" }, errors: absent }] : []),
    ...(required ? [{ constraint: "null", request: request(null), errors: absent }] : []),
    { constraint: "JSON", request: { ...good, body: "{" }, errors: [{ loc: ["body", 1], type: "json_invalid" }] },
    ...(notRead
      ? [refused("body", { ...notRead, constraint: "content type" }, { ...good, contentType: "text/plain" })]
      : []),
  ];
}

function refused(place: string, { constraint, type, loc }: BrokenValue, request: DerivedRequest): RefusedRequest {
  return { constraint: `${place} ${constraint}`, request, errors: [{ loc: [place, ...loc], type }] };
}

/** Requests on every edge of what an operation takes. */
export function acceptedRequests(schemas: Schemas): AcceptedRequest[] {
  const good = goodRequest(schemas);
  const accepted: AcceptedRequest[] = [{ edge: "everything plain", request: good }];
  for (const { edge, value } of goodValues(fieldsIn(schemas, "path"))) {
    accepted.push({ edge: `path ${edge}`, request: { ...good, path: texts(value) } });
  }
  for (const { edge, value } of goodValues(fieldsIn(schemas, "query"))) {
    accepted.push({ edge: `query ${edge}`, request: { ...good, query: searchParams(value) } });
  }
  const { requestBody } = schemas;
  for (const { edge, value } of requestBody ? goodValues(requestBody.schema) : []) {
    accepted.push({ edge: `body ${edge}`, request: { ...good, ...encoded(requestBody?.contentType, value) } });
  }
  if (requestBody && !requestBody.required) accepted.push({ edge: "no body", request: { ...good, body: "" } });
  return accepted;
}

function goodRequest(schemas: Schemas): DerivedRequest {
  const { requestBody } = schemas;
  return {
    path: texts(goodValue(fieldsIn(schemas, "path"))),
    query: searchParams(goodValue(fieldsIn(schemas, "query"))),
    ...(requestBody && encoded(requestBody.contentType, goodValue(requestBody.schema))),
  };
}

function fieldsIn({ parameters }: Schemas, place: "path" | "query"): JsonSchema {
  const here = parameters.filter((parameter) => parameter.in === place);
  return {
    type: "object",
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
    required: here.filter(({ required }) => required).map(({ name }) => name),
  };
}

function encoded(contentType: string | undefined, value: unknown): { contentType: string; body: string } {
  return contentType === undefined || contentType === "application/json"
    ? { contentType: "application/json", body: JSON.stringify(value) }
    : { contentType, body: searchParams(value).toString() };
}

function texts(values: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(Object(values)).map(([name, value]) => [name, String(value)]));
}

/** A list becomes a parameter that is given several times; null one that is not given. */
function searchParams(values: unknown): URLSearchParams {
  const pairs = Object.entries(Object(values)).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, String(each)]),
  );
  return new URLSearchParams(pairs.filter(([, text]) => text !== "null"));
}

function valueAt(values: unknown, name: number | string | undefined): unknown {
  return Object.entries(Object(values)).find(([each]) => each === name)?.[1];
}
