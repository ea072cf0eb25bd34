import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { fromRoot } from "../repository.ts";
import type { Finding } from "./finding.ts";

/** What we read of Redocly's JSON report. */
interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly {
      readonly source: { readonly ref: string };
      readonly start?: { readonly line: number };
    }[];
  }[];
}

/** Redocly's findings, with the rules of its configuration file. */
export function lintWithRedocly(spec: string, config: string): Finding[] {
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
    "bin/cli.js",
  );
  const folder = path.dirname(spec);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [cli, "lint", path.basename(spec), "--config", config, "--format", "json", "--max-problems", "1000"],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    },
  );
  const report = parseReport(stdout);
  if (!report) throw new Error(`redocly lint ended with status ${status} and no report:\n${stderr || stdout}`);
  return report.problems.map(({ ruleId, message, location: [location] }) => {
    const file = location ? fromRoot(path.resolve(folder, location.source.ref)) : fromRoot(spec);
    return {
      place: `${file}:${location?.start?.line ?? 1}`,
      rule: ruleId,
      message: message.replaceAll(/\s+/g, " ").trim(),
    };
  });
}

function parseReport(stdout: string): Report | undefined {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return undefined;
  }
}
