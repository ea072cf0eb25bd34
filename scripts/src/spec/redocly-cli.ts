import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { text } from "node:stream/consumers";

/** How a run of the command ended, and what it said. */
export interface RedoclyRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const cli = path.join(path.dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
const silent = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** Runs Redocly's command, silent about itself, to its end, while the caller may do something else. */
export async function runRedocly(args: readonly string[], cwd: string): Promise<RedoclyRun> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, ...silent } });
  const [[status], stdout, stderr] = await Promise.all([once(child, "close"), text(child.stdout), text(child.stderr)]);
  return { status: typeof status === "number" ? status : null, stdout, stderr };
}
