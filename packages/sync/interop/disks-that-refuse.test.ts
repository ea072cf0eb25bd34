import { execFileSync } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";
import path from "node:path";
import { createTicketWorld, demoCredentials } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { expect, onTestFinished, test } from "vitest";
import { runCommand } from "../test/support/command.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";

/** A file system of its own in memory. */
function mountedFolder(options: string): string {
  const folder = temporaryFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  onTestFinished(() => {
    execFileSync("umount", [folder]);
  });
  return folder;
}

async function runExport(out: string, tickets: number) {
  await using server = await serve(createTicketWorld({ tickets, profile: "nasty" }));
  return await runCommand(["export", "--out", out, "--base-url", server.url], {
    SITEBAY_TOKEN: demoCredentials.keys[0].token,
  });
}

test("a full disk ends the run, leaves nothing behind and the last run in place", async () => {
  const out = mountedFolder("size=4m");
  expect((await runExport(out, 20)).code).toBe(0);
  const before = readlinkSync(path.join(out, "latest"));

  // Which file is the first that finds no space depends on how the answer was cut on its way.
  const { code, stderr } = await runExport(out, 2000);
  expect(stderr).toMatch(/Cannot write .*\.partial\/[\w.]+: no space left on the device\.\nlatest points at run /);
  expect(code).toBe(7);
  expect(readlinkSync(path.join(out, "latest"))).toBe(before);
  expect(readdirSync(path.join(out, "runs"))).toEqual([path.basename(before)]);
});

test("a file system that is read-only is named", async () => {
  const { code, stderr } = await runExport(path.join(mountedFolder("ro"), "out"), 1);
  expect(stderr).toMatch(/Cannot write .*: the file system is read-only\./);
  expect(code).toBe(7);
});
