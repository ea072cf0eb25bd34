import { randomUUID } from "node:crypto";
import type { RecordedAnswers } from "./recorded-answers.ts";
import type { Workload } from "./workloads.ts";

/**
 * An environment for Mockoon that answers the workloads as recorded, each answer a fixed text, which
 * is its fastest. Whether a new ticket's body fits is decided by its rule for JSON Schema.
 */
export function mockoonEnvironment(recorded: RecordedAnswers) {
  const routes = [...Map.groupBy(recorded, ([{ method, path }]) => `${method} ${path}`).values()].map(route);
  return {
    uuid: randomUUID(),
    lastMigration: 33,
    name: "SiteBay support tickets",
    port: 0,
    hostname: "127.0.0.1",
    endpointPrefix: "f/api/v1",
    latency: 0,
    folders: [],
    routes,
    rootChildren: routes.map(({ uuid }) => ({ type: "route", uuid })),
    proxyMode: false,
    proxyRemovePrefix: false,
    proxyHost: "",
    proxyReqHeaders: [],
    proxyResHeaders: [],
    tlsOptions: { enabled: false, type: "CERT", pfxPath: "", certPath: "", keyPath: "", caPath: "", passphrase: "" },
    cors: true,
    headers: [],
    data: [
      { uuid: randomUUID(), id: SCHEMA_ID, name: "ticket", documentation: "", value: JSON.stringify(ticketSchema) },
    ],
    callbacks: [],
  };
}

const SCHEMA_ID = "tckt";

/** What has to be right about a new ticket's body, as far as Mockoon's own validator knows the formats. */
const ticketSchema = {
  type: "object",
  properties: {
    category: { type: ["string", "null"] },
    description: { type: "string" },
    resolved: { type: "boolean" },
    s3_object: { type: ["string", "null"] },
    site_live_id: { type: ["string", "null"], format: "uuid" },
    subject: { type: "string" },
    team_id: { type: "string", format: "uuid" },
  },
  required: ["description", "subject", "team_id"],
};

function route(answers: readonly (readonly [Workload, unknown])[]) {
  const [{ method, path }] = answers[0] ?? [{ method: "GET", path: "/" }];
  return {
    uuid: randomUUID(),
    type: "http",
    documentation: "",
    method: method.toLowerCase(),
    endpoint: path
      .replace(/^\//, "")
      .replace(/\?.*/, "")
      .replace(/(?<=ticket\/)[^/]+/, ":id"),
    responses: answers.map(([{ status }, value]) => response(status, value)),
    responseMode: null,
    streamingMode: null,
    streamingInterval: 0,
  };
}

function response(status: number, value: unknown) {
  const rule = { target: "body", modifier: "", value: SCHEMA_ID, invert: true, operator: "valid_json_schema" };
  return {
    uuid: randomUUID(),
    body: JSON.stringify(value),
    latency: 0,
    statusCode: status,
    label: "",
    headers: [{ key: "content-type", value: "application/json" }],
    bodyType: "INLINE",
    filePath: "",
    databucketID: "",
    sendFileAsBody: false,
    rules: status === 422 ? [rule] : [],
    rulesOperator: "OR",
    disableTemplating: true,
    fallbackTo404: false,
    default: status !== 422,
    crudKey: "id",
    callbacks: [],
  };
}
