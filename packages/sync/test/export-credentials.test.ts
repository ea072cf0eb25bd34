import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createTicketWorld, demoCredentials } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { expect, test } from "vitest";
import { runCommand } from "./support/command.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const [key] = demoCredentials.keys;
const [cookie] = demoCredentials.cookies;
const [account] = demoCredentials.accounts;

test.each<[string, (folder: string) => Record<string, string>]>([
  ["a token", () => ({ SITEBAY_TOKEN: key.token })],
  [
    "a token file, which ends with a line break as files do",
    (folder) => {
      const file = path.join(folder, "token");
      writeFileSync(file, `${key.token}\n`);
      return { SITEBAY_TOKEN_FILE: file };
    },
  ],
  ["a cookie", () => ({ SITEBAY_COOKIE: cookie.value })],
  ["a password", () => ({ SITEBAY_USERNAME: account.username, SITEBAY_PASSWORD: account.password })],
  [
    "the first of several, empty ones left out",
    () => ({ SITEBAY_TOKEN: "", SITEBAY_COOKIE: cookie.value, SITEBAY_USERNAME: "x" }),
  ],
])("%s is enough to export, and is written nowhere", async (_, credentials) => {
  const folder = temporaryFolder();
  const environment = credentials(folder);
  await using server = await serve(createTicketWorld({ tickets: 2 }));
  const out = path.join(folder, "out");
  const result = await runCommand(["export", "--out", out, "--base-url", server.url], environment);
  expect(result).toMatchObject({ code: 0, stdout: "" });
  expect(result.stderr).toMatch(/^Exported 2 tickets in /);

  const said = result.stderr + readFileSync(path.join(out, "latest/manifest.json"), "utf8");
  for (const secret of [key.token, cookie.value, account.password]) expect(said).not.toContain(secret);
});
