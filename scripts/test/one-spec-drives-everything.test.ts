import { describe, expect, test } from "vitest";
import { RepositoryCopy } from "./support/repository-copy.ts";

const spec = "openapi/tickets.yaml";

/** A program of the copy that exports its own mock's tickets, and tells the columns and the tickets. */
const exportProgram = `
import { mkdtempSync, readFileSync } from "node:fs";
import { bearer } from "@sitebay-tickets/core";
import { exportTickets } from "../src/index.ts";
import { createTicketWorld } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";

await using server = await serve(createTicketWorld({ tickets: 20 }));
const { folder } = await exportTickets({ baseUrl: server.url, auth: bearer("demo-token"), out: mkdtempSync("export-") });
const tickets = JSON.parse(readFileSync(folder + "/tickets.json", "utf8"));
const headers = ["tickets.csv", "ticket_replies.csv"].map((name) => readFileSync(folder + "/" + name, "utf8").split("\\r\\n", 1)[0]);
const refused = await fetch(server.url + "/support/ticket", {
  method: "POST",
  headers: { authorization: "Bearer demo-token", "content-type": "application/json" },
  body: JSON.stringify({ team_id: tickets[0].team_id, subject: "s", description: "d", urgency: 9 }),
});
console.log(JSON.stringify({ tickets, headers, refused: { status: refused.status, body: await refused.json() } }));
`;

function runExport(copy: RepositoryCopy) {
  copy.write("packages/sync/test/export-program.ts", exportProgram);
  const { code, stdout, stderr } = copy.node("packages/sync/test/export-program.ts");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout) as {
    tickets: Record<string, unknown>[];
    headers: [string, string];
    refused: { status: number; body: unknown };
  };
}

describe("a field added to the spec", () => {
  test("reaches types, validators, CSV columns, fixtures and request checks with no other edit", () => {
    const copy = new RepositoryCopy();
    const before = runExport(copy);
    const field = (required: string) => `        urgency:
          description: How soon an answer is needed, from 1 to 5.
          type: integer
          minimum: 1
          maximum: 5
          examples: [3]
${required}`;
    const subject = "        subject:\n          description: The request in one line.\n";
    copy.edit(spec, subject, field(subject));
    copy.edit(
      spec,
      "        - created_at\n        - description\n        - id\n",
      "        - created_at\n        - description\n        - id\n        - urgency\n",
    );
    const create = "        team_id:\n          description: The team that the ticket belongs to.\n";
    const [head, tail] = copy.read(spec).split("    TicketCreate:\n") as [string, string];
    copy.write(spec, `${head}    TicketCreate:\n${tail.replace(create, field(create))}`);
    // The spec's own examples of tickets have to hold the new field too.
    copy.write(spec, copy.read(spec).replaceAll(/^( +)(openai_custom_instructions: null\n)/gm, "$1$2$1urgency: 3\n"));
    copy.edit(
      spec,
      "                  openai_custom_instructions: null\n                  urgency: 3\n",
      "                  openai_custom_instructions: null\n",
    );

    expect(copy.node("scripts/src/generate.ts")).toMatchObject({ code: 0, stderr: "" });
    expect(copy.node("scripts/src/spec-lint.ts")).toMatchObject({ code: 0, stderr: "" });

    copy.write(
      "packages/core/test/urgency.ts",
      `import type { Ticket, TicketCreate } from "@sitebay-tickets/contract";
export const urgency = (ticket: Ticket): number => ticket.urgency;
export const urgent: TicketCreate = { team_id: "t", subject: "s", description: "d", urgency: 5 };
// @ts-expect-error it is a number
export const wrong: TicketCreate = { team_id: "t", subject: "s", description: "d", urgency: "5" };
`,
    );
    expect(copy.tsc()).toMatchObject({ code: 0, stdout: "" });

    const after = runExport(copy);
    expect(after.headers[0].split(",")).toEqual(before.headers[0].replace("subject", "urgency,subject").split(","));
    expect(after.headers[1]).toBe(before.headers[1]);
    for (const { urgency } of after.tickets) expect([1, 2, 3, 4, 5]).toContain(urgency);
    expect(after.tickets.map(({ urgency, ...others }) => others)).toEqual(before.tickets);
    expect(after.refused).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ["body", "urgency"], type: "less_than_equal" }] },
    });
    expect(before.refused.status).toBe(201);
  });
});

describe("an operation added to the spec", () => {
  test("is a compile error wherever operations must be treated, and nowhere else", () => {
    const copy = new RepositoryCopy();
    copy.edit(
      spec,
      "  /support/ticket/{ticket_id}/reply:\n",
      `  /support/ticket/{ticket_id}/escalate:
    parameters:
      - $ref: "#/components/parameters/TicketId"
    post:
      operationId: escalateTicket
      summary: Escalate a ticket
      description: Passes a ticket on to the second line.
      tags: [tickets]
      x-evidence: [assumption]
      x-retry: rejected-only
      responses:
        "200":
          description: The ticket.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Ticket"
  /support/ticket/{ticket_id}/reply:
`,
    );
    expect(copy.node("scripts/src/generate.ts")).toMatchObject({ code: 0, stderr: "" });
    const { code, stdout } = copy.tsc();
    expect(code).not.toBe(0);
    const errors = stdout.split("\n").filter((line) => line.includes("error TS"));
    expect(errors).not.toEqual([]);
    for (const error of errors) expect(error).toContain("'escalateTicket' is missing");
    expect(new Set(errors.map((error) => error.split("(")[0]))).toEqual(
      new Set(["packages/core/test/support/operation-calls.ts", "packages/test-kit/src/answer/operation-answers.ts"]),
    );
  });
});
