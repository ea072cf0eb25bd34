import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { root } from "../src/repository.ts";
import { serviceDocument } from "../test/upstream/service-document.ts";

/** A folder of documents that the service has published, named by their month. */
const DOCUMENTS = process.env.UPSTREAM_DOCUMENTS;

function upstream(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/src/spec-upstream.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return { code: status, stdout, stderr };
}

test("ten megabytes of YAML are read", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-upstream-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const other = `    get:\n      summary: ${"made up ".repeat(12)}\n      tags: [made up]\n      responses:\n        '200':\n          description: Made up\n`;
  const others = Array.from({ length: 52_000 }, (_, i) => `  /f/api/v1/site${i}:\n${other}`).join("");
  const text = serviceDocument()
    .toString()
    .replace("\npaths:\n", () => `\npaths:\n${others}`);
  expect(text.length).toBeGreaterThan(10_000_000);
  const file = path.join(folder, "big.yaml");
  writeFileSync(file, text);
  expect(upstream(file)).toMatchObject({ code: 0, stderr: "" });
});

// Where those documents are at hand; they are not ours to publish.
if (DOCUMENTS !== undefined) {
  describe("of the documents that the service has published", () => {
    test("today's is explained to the last difference", () => {
      const { code, stdout, stderr } = upstream(path.join(DOCUMENTS, "2025-03-openapi.yaml"));
      expect(stderr).toBe("");
      expect(stdout).toMatch(/84 operations, of which 8 were compared/);
      expect(code).toBe(0);
    });

    test("one of three years before is told as what has changed since", () => {
      const { code, stdout, stderr } = upstream(path.join(DOCUMENTS, "2022-03-openapi.yaml"));
      expect(stderr).toBe("");
      for (const line of [
        "PATCH /support/ticket/{ticket_id}  (updateTicket)",
        "  method and path: PUT /api/v1/ticket/{ticket_id} upstream, PATCH /support/ticket/{ticket_id} here",
        "GET /team/{team_id}/ticket  (listTeamTickets)",
        "  only here (answers 200 TicketPage)",
        "  oauth2-password upstream, apiKey-cookie-msb or oauth2-password here",
        "  created: only upstream (date-time, required)",
        "  created_at: only here (date-time, required)",
        "  category type: string upstream, string or null here",
        "  integer upstream, uuid4 here",
      ]) {
        expect(stdout.split("\n")).toContain(line);
      }
      expect(stdout.split("\n").length).toBeLessThan(250);
      expect(code).toBe(1);
    });
  });
}
