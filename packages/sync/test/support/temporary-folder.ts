import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
