import { createTicketWorld } from "@sitebay-tickets/test-kit";
import * as fixtures from "@sitebay-tickets/test-kit/fixtures";
import { serve } from "@sitebay-tickets/test-kit/server";
import { expect, test } from "vitest";
import { httpServer } from "../../packages/sync/test/support/http-server.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";
import { liveReportOf, startSpecLive } from "./support/spec-live-command.ts";

const notFound = '{"detail":"Not Found"}';

/** A service that answers the ticket list with a text, and everything else with 404. */
function listing(text: string, type = "application/json"): Promise<string> {
  return httpServer(({ url }, outgoing) => {
    const isList = url === "/support/ticket";
    outgoing
      .writeHead(isList ? 200 : 404, { "content-type": isList ? type : "application/json" })
      .end(isList ? text : notFound);
  });
}

/** What was found at the list, without counts of its own. */
async function foundInList(url: string) {
  const { report } = await liveReportOf(url);
  return report.departures
    .filter(({ operation, status }) => operation === "listTickets" && status === 200)
    .map(({ kind, place, says, count, outOf }) => [kind, place, says, `${count} of ${outOf}`]);
}

test("one object in place of the list is a departure like any other", async () => {
  expect(await foundInList(await listing(JSON.stringify(fixtures.ticket())))).toContainEqual([
    "wrong-type",
    "",
    "object instead of array",
    "1 of 1",
  ]);
});

test("elements that are no objects are counted among the others", async () => {
  expect(await foundInList(await listing(JSON.stringify([fixtures.ticket(), null, 7, [], "text"])))).toEqual(
    expect.arrayContaining([
      ["null", "/*", "null instead of object", "1 of 5"],
      ["wrong-type", "/*", "number instead of object", "1 of 5"],
      ["wrong-type", "/*", "array instead of object", "1 of 5"],
      ["wrong-type", "/*", "string instead of object", "1 of 5"],
    ]),
  );
});

test("JSON under another name is read all the same, and the name is a departure", async () => {
  const url = await listing(`\n ${JSON.stringify([{ ...fixtures.ticket(), extra: 1 }])}`, "text/plain; charset=utf-8");
  expect(await foundInList(url)).toEqual(
    expect.arrayContaining([
      ["undocumented-content-type", "", "text/plain instead of application/json", "1 of 1"],
      ["unknown-field", "/*/extra", "not in the spec", "1 of 1"],
    ]),
  );
});

test("a field that need not come, and never came, is told, and is no departure", async () => {
  const { category: _, ...ticket } = fixtures.ticket();
  const { report } = await liveReportOf(await listing(JSON.stringify([ticket, ticket])));
  expect(report.neverSeen.filter(({ operation }) => operation === "listTickets")).toEqual([
    { operation: "listTickets", status: 200, place: "/*/category", count: 0, outOf: 2 },
  ]);
  expect(report.departures.filter(({ place }) => place === "/*/category")).toEqual([]);
});

test("a number that breaks a bound is told with the bound", async () => {
  const ticket = fixtures.ticket();
  const page = { count: 0, limit: 0, next: null, offset: 0, previous: null, results: [] };
  const url = await httpServer(({ url = "" }, outgoing) => {
    const body = url === "/support/ticket" ? [ticket] : url.endsWith("/reply") ? page : ticket;
    outgoing.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  const { report } = await liveReportOf(url);
  expect(report.departures).toContainEqual(
    expect.objectContaining({ kind: "broken-rule", place: "/limit", says: "must be >= 1", count: 2, outOf: 2 }),
  );
});

test("a service that takes what the spec forbids departs, at the line of what it took", async () => {
  const ticket = fixtures.ticket();
  const url = await httpServer(({ url = "" }, outgoing) => {
    const body = url === "/support/ticket" ? [ticket] : ticket;
    outgoing.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  const { code, report } = await liveReportOf(url);
  expect(code).toBe(1);
  const accepted = report.departures.filter(({ kind }) => kind === "accepted");
  const lines = new RepositoryCopy().read("openapi/tickets.yaml").split("\n");
  const named = accepted.map(({ operation, says, spec }) => [
    operation,
    says,
    lines[Number(spec.split(":")[1]) - 1]?.trim(),
  ]);
  expect(named).toEqual(
    expect.arrayContaining([
      ["listTickets", "answered without a credential, which the spec forbids", "get:"],
      ["getTicket", "answered a malformed ticket_id, which the spec forbids", "TicketId:"],
      ["listTicketReplies", "answered size 101, which the spec forbids", "Size:"],
      ["listTicketReplies", "answered page 0, which the spec forbids", "Page:"],
    ]),
  );
});

test("ids that are not as the spec wants them are read when there are no others", async () => {
  const { report } = await liveReportOf(await listing(JSON.stringify([{ ...fixtures.ticket(), id: "no-uuid" }])));
  expect(report.reads).toContainEqual(expect.objectContaining({ operation: "getTicket", how: "a known ticket_id" }));
});

/** An operation as the spec would write it: it reads a number. */
function readingOperation(id: string, path: string): string {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(
    ([, name]) => `        - { name: ${name}, in: path, required: true, schema: { type: string, format: uuid4 } }`,
  );
  return `  ${path}:
    get:
      operationId: ${id}
      x-retry: safe
      parameters:
${parameters.join("\n")}
      responses:
        "200": { description: A number., content: { application/json: { schema: { type: integer } } } }
        "404": { $ref: "#/components/responses/NotFound" }
`;
}

test("an operation that joins the spec is read with no further edit, with ids that other answers hold", async () => {
  const copy = new RepositoryCopy();
  const joining = [
    readingOperation("getTicketSummary", "/team/{team_id}/summary/{ticket_id}"),
    readingOperation("getTeamSummary", "/team/{team_id}/summary"),
    readingOperation("getSite", "/site/{site_id}"),
  ];
  copy.edit("openapi/tickets.yaml", "  /support/ticket:\n", `${joining.join("")}  /support/ticket:\n`);
  expect(copy.node("scripts/src/generate.ts")).toMatchObject({ code: 0, stderr: "" });
  const world = createTicketWorld({ tickets: 8 });
  const teams = new Set([...world.listTickets()].map(({ team_id }) => team_id));
  await using server = await serve(world);
  const args = ["--base-url", server.url, "--format", "json"];
  const { code, stdout, stderr } = await startSpecLive(args, { SITEBAY_TOKEN: "demo-token" }, copy.root).ended;
  expect([code, stderr]).toEqual([0, ""]);
  const { reads, notRead } = JSON.parse(stdout);
  expect(reads).toContainEqual({
    operation: "getTeamSummary",
    how: "a known team_id",
    status: 404,
    answers: teams.size,
    elements: 0,
  });
  expect(notRead).toEqual([
    {
      operation: "getTicketSummary",
      says: "not read, because team_id and ticket_id would have to belong together",
      failed: false,
    },
    { operation: "getSite", says: "not read, because no answer held a site_id", failed: false },
  ]);
});

test("an operation at which the service fails is left, the rest is read, and the exit code says so", async () => {
  const list = JSON.stringify([fixtures.ticket()]);
  const url = await httpServer(({ url = "", headers }, outgoing) => {
    const [status, body] = !headers.authorization
      ? [401, '{"detail":"Unauthorized"}']
      : url === "/support/ticket"
        ? [200, list]
        : url.endsWith("/reply")
          ? [500, "Internal Server Error"]
          : [404, notFound];
    outgoing.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  const { code, report } = await liveReportOf(url);
  expect([code, report.fits]).toEqual([5, true]);
  expect(report.notRead).toContainEqual({
    operation: "listTicketReplies",
    says: "read no further, because the service failed",
    failed: true,
  });
  expect(report.reads.filter(({ operation }) => operation === "listTicketReplies")).toEqual([
    { operation: "listTicketReplies", how: "a known ticket_id", status: 500, answers: 1, elements: 0 },
  ]);
});
