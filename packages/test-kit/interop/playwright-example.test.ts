import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const cwd = fileURLToPath(new URL("../../../examples/playwright/", import.meta.url));
const cli = createRequire(`${cwd}package.json`).resolve("@playwright/test/cli");

test("the example for Playwright passes as it stands", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [cli, "test", "--reporter=json", "--workers=2"], {
    cwd,
  });
  expect(JSON.parse(stdout).stats).toMatchObject({ expected: 4, unexpected: 0, flaky: 0, skipped: 0 });
});
