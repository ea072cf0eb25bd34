import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const cwd = fileURLToPath(new URL("../../../examples/node-test", import.meta.url));
// A runner within node:test's own would take this for its parent.
const { NODE_TEST_CONTEXT: _, ...env } = process.env;

test("the example for node:test passes as it stands", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--test", "--test-reporter=tap"], { cwd, env });
  expect(stdout).toContain("# pass 3\n# fail 0\n");
});
