import { execFileSync } from "node:child_process";
import path from "node:path";
import { createTicketWorld, demoCredentials } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { expect, test } from "vitest";
import { runCommand } from "../test/support/command.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";

test("Python's csv and json read the same tickets from every format, and sha256sum agrees", async () => {
  const out = temporaryFolder();
  await using server = await serve(createTicketWorld({ tickets: 2000, profile: "nasty", seed: 7 }));
  const result = await runCommand(["export", "--out", out, "--base-url", server.url, "--format", "json,csv"], {
    SITEBAY_TOKEN: demoCredentials.keys[0].token,
  });
  expect(result.code).toBe(0);
  const latest = path.join(out, "latest");
  const compared = execFileSync("/usr/bin/python3", [path.join(import.meta.dirname, "compare_export.py"), latest], {
    encoding: "utf8",
  });
  expect(Number(compared)).toBeGreaterThan(2000 * 11);
  const checked = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: latest, encoding: "utf8" });
  expect(checked.match(/: OK$/gm)).toHaveLength(5);
});
