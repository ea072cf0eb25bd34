import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { contractFiles } from "../src/generate/contract-files.ts";
import { EditedSpec } from "./support/edited-spec.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";

const generated = "packages/contract/src/generated";

test("the same spec gives the same bytes", async () => {
  const { document } = new EditedSpec();
  expect([...(await contractFiles(document))]).toEqual([...(await contractFiles(document))]);
});

test("a comment changes no generated file, a word does", async () => {
  const before = await contractFiles(new EditedSpec().document);
  const remarked = new EditedSpec(["info:\n", "# A remark.\ninfo:\n"]);
  expect(await contractFiles(remarked.document)).toEqual(before);
  const renamed = new EditedSpec(["title: SiteBay support tickets", "title: SiteBay tickets"]);
  expect(await contractFiles(renamed.document)).not.toEqual(before);
});

describe("generate --check", () => {
  test("names stale, missing and surplus files and the command that mends them, and mends nothing", () => {
    const copy = new RepositoryCopy();
    expect(copy.node("scripts/src/generate.ts", "--check")).toMatchObject({ code: 0, stderr: "" });

    copy.write(`${generated}/tables.ts`, "// edited by hand\n");
    copy.write(`${generated}/surplus.ts`, "");
    // What a run that was killed has left; no process has such a number.
    copy.write(`${generated}/.spec.ts.4194305.partial`, "half a fi");
    rmSync(path.join(copy.root, generated, "spec.ts"));
    const check = copy.node("scripts/src/generate.ts", "--check");
    expect(check.code).toBe(1);
    expect(check.stderr).toBe(
      `generate: out of date:\n  ${generated}/spec.ts\n  ${generated}/tables.ts\n  ${generated}/.spec.ts.4194305.partial\n  ${generated}/surplus.ts\nRun \`pnpm generate\` and commit the result.\n`,
    );
    expect(copy.read(`${generated}/tables.ts`)).toBe("// edited by hand\n");

    expect(copy.node("scripts/src/generate.ts").code).toBe(0);
    expect(copy.node("scripts/src/generate.ts", "--check").code).toBe(0);
  });
});

test.each([[["--chekc"]], [["--check=yes"]], [["openapi/tickets.yaml"]], [["--check", "--watch"]]])(
  "generate %j is wrong usage",
  (args) => {
    const { code, stdout, stderr } = new RepositoryCopy().node("scripts/src/generate.ts", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^generate: .+\n$/);
  },
);
