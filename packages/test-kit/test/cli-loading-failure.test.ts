import { expect, test } from "vitest";
import { loadingFailure } from "../src/cli/watch/loading-failure.ts";

test.each([
  [
    "file:///app/validators.js:2798\n}}\n^\n\nSyntaxError: Unexpected token '}'\n    at compile (node:internal:1)\n\nNode.js v24.21.0\n",
    "SyntaxError: Unexpected token '}' (/app/validators.js:2798)",
  ],
  [
    "node:internal/modules/run_main:107\n    trigger(\n    ^\n\nfile:///app/a%20b/spec.ts:1\nexport const\n\nSyntaxError [ERR_X]: Unexpected token\n    at x\n",
    "SyntaxError [ERR_X]: Unexpected token (/app/a b/spec.ts:1)",
  ],
  [
    "error: option '--fault <fault>' argument 'drop:operation=gone' is invalid.\n",
    "error: option '--fault <fault>' argument 'drop:operation=gone' is invalid.",
  ],
  ["Segmentation fault\n", "Segmentation fault"],
  ["", "it ended without a word"],
])("says in one line why a program did not load: %j", (said, line) => {
  expect(loadingFailure(said)).toBe(line);
});
