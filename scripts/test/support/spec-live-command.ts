import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import type { LiveReport } from "../../src/live/live-report.ts";
import { root } from "../../src/repository.ts";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Starts the real `spec:live` in a process of its own, which does not outlive the test. It sees the
 * environment that it is given, and nothing of this process's settings.
 *
 * @param repository another copy of this repository, to run that one's
 */
export function startSpecLive(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  repository = root,
): { readonly process: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [path.join(repository, "scripts/src/spec-live.ts"), ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const ended = Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]).then(
    ([[code], stdout, stderr]) => ({ code: typeof code === "number" ? code : null, stdout, stderr }),
  );
  return { process: child, ended };
}

/** Runs it against a service to its end, with the mock's token unless told otherwise. */
export function runSpecLive(
  url: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = { SITEBAY_TOKEN: "demo-token" },
): Promise<Ended> {
  return startSpecLive(["--base-url", url, ...args], environment).ended;
}

/** Runs it for its report as a program reads it. */
export async function liveReportOf(
  url: string,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly report: LiveReport }> {
  const { code, stdout, stderr } = await runSpecLive(url, ["--format", "json", ...args]);
  if (stderr !== "") throw new Error(stderr);
  return { code, report: JSON.parse(stdout) };
}
