import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { packPackages } from "./packages/pack.ts";
import { CommandError } from "./packages/run-command.ts";
import { useAsStranger } from "./packages/use-as-stranger.ts";

/**
 * Looks at the packages as strangers get them: packs each, has the tarballs judged by publint and
 * are-the-types-wrong, and uses them in an empty project outside the workspace.
 */
const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-packages-"));
try {
  const tarballs = packPackages(folder);
  useAsStranger(folder, tarballs);
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(`packages: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
