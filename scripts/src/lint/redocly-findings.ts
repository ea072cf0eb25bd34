import path from "node:path";
import { fromRoot } from "../repository.ts";
import { runRedocly } from "../spec/redocly-cli.ts";
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
  const folder = path.dirname(spec);
  const { stdout, stderr, status } = runRedocly(
    ["lint", path.basename(spec), "--config", config, "--format", "json", "--max-problems", "1000"],
    folder,
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
