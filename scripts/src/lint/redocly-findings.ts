import path from "node:path";
import { fromRoot } from "../repository.ts";
import { type RedoclyRun, runRedocly } from "../spec/redocly-cli.ts";
import type { Finding } from "./finding.ts";
import { fixFor } from "./redocly-fixes.ts";

/** What we read of Redocly's JSON report. */
interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly suggest?: readonly string[];
    readonly location: readonly {
      readonly source: { readonly ref: string };
      readonly start?: { readonly line: number };
    }[];
  }[];
}

/** Redocly's findings, with the rules of its configuration file. It runs in a process of its own, from the call on. */
export async function lintWithRedocly(spec: string, config: string): Promise<Finding[]> {
  return findingsOf(await runRedocly(lintArguments(spec, config), path.dirname(spec)), spec);
}

function lintArguments(spec: string, config: string): string[] {
  return ["lint", path.basename(spec), "--config", config, "--format", "json", "--max-problems", "1000"];
}

function findingsOf(run: RedoclyRun, spec: string): Finding[] {
  const report = parseReport(run.stdout);
  if (!report) return [withoutReport(spec, run)];
  return report.problems.map(({ ruleId: rule, message, suggest = [], location: [location] }) => ({
    file: location ? fromRoot(path.resolve(path.dirname(spec), location.source.ref)) : fromRoot(spec),
    line: location?.start?.line ?? 1,
    rule,
    message: oneLine(message),
    fix: suggest.length > 0 ? `write ${suggest.join(" or ")}` : fixFor(rule),
  }));
}

/** It says nothing in the form that was asked for about a document or a configuration that it cannot read. */
function withoutReport(spec: string, { status, stdout, stderr }: RedoclyRun): Finding {
  const said = oneLine(stderr || stdout).slice(0, 500);
  return {
    file: fromRoot(spec),
    line: 1,
    rule: "redocly",
    message: `redocly lint ended with status ${status} and no report: ${said}`,
    fix: "mend the document, or openapi/redocly.yaml, as the message says",
  };
}

function parseReport(stdout: string): Report | undefined {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return undefined;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
