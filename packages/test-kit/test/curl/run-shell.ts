import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

/** Which programs can stand for `curl` here: always one of our own, and curl itself where the machine has it. */
export const curls: readonly ("curl" | "ours")[] =
  spawnSync("curl", ["--version"]).status === 0 ? ["ours", "curl"] : ["ours"];

/** Runs a shell's script. @throws when it fails @returns what it wrote to stdout */
export async function runShell(script: string, curl: "curl" | "ours"): Promise<string> {
  const env = curl === "curl" ? process.env : { ...process.env, PATH: `${folderWithOurs()}:${process.env.PATH}` };
  const { stdout } = await promisify(execFile)("sh", ["-euc", script], { env, maxBuffer: 2 ** 28 });
  return stdout;
}

function folderWithOurs(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-curl-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = path.join(import.meta.dirname, "curl.ts");
  writeFileSync(path.join(folder, "curl"), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, {
    mode: 0o755,
  });
  return folder;
}
