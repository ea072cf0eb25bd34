import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fromPointer, type Path } from "../spec/json-pointer.ts";
import type { NormalForm } from "../spec/normal-form.ts";
import { runRedocly } from "../spec/redocly-cli.ts";

/** One difference between two normal forms, as Redocly reports it. */
export interface RedoclyChange {
  readonly kind: "added" | "modified" | "removed";
  /** What kind of thing changed, such as `Schema`, `Parameter`, `Response`. */
  readonly typeName: string;
  /** `major` breaks a client in the direction in which the thing travels; `minor` adds; the rest is `patch`. */
  readonly impact: "major" | "minor" | "patch";
  readonly ruleId: string | undefined;
  /** Which property of the thing changed, when it was modified. `key`: the name it goes by. */
  readonly property: string | undefined;
  /** Where it stands in the base's normal form; undefined when it was added. */
  readonly base: Side | undefined;
  /** Where it stands in the head's normal form; undefined when it was removed. */
  readonly head: Side | undefined;
}

export interface Side {
  readonly path: Path;
  readonly value: unknown;
}

/** What we read of Redocly's report. */
interface Report {
  readonly changes: readonly {
    readonly kind: RedoclyChange["kind"];
    readonly typeName: string;
    readonly impact: RedoclyChange["impact"];
    readonly verdicts: readonly { readonly ruleId: string }[];
    readonly property?: string;
    readonly base?: ReportSide;
    readonly revision?: ReportSide;
  }[];
}

interface ReportSide {
  readonly pointer: string;
  readonly value?: unknown;
}

// Without `extends`, a configuration file switches all of the rules off.
const CONFIG = "extends: [diff-recommended]\n";

/** Compares two normal forms. @throws Error when Redocly gives no report */
export async function redoclyDiff(base: NormalForm, head: NormalForm): Promise<RedoclyChange[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-diff-"));
  try {
    writeFileSync(path.join(folder, "redocly.yaml"), CONFIG);
    writeFileSync(path.join(folder, "base.json"), JSON.stringify(base.value));
    writeFileSync(path.join(folder, "head.json"), JSON.stringify(head.value));
    const args = [
      "diff",
      "base.json",
      "head.json",
      "--config",
      "redocly.yaml",
      "--format",
      "json",
      "--fail-on",
      "none",
    ];
    const { status, stdout, stderr } = await runRedocly(args, folder);
    if (status !== 0) throw new Error(`redocly diff ended with status ${status}:\n${stderr}`);
    return (JSON.parse(stdout) as Report).changes.map((change) => ({
      kind: change.kind,
      typeName: change.typeName,
      impact: change.impact,
      ruleId: change.verdicts[0]?.ruleId,
      property: change.property,
      base: side(change.base),
      head: side(change.revision),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function side(reported: ReportSide | undefined): Side | undefined {
  return reported && { path: fromPointer(reported.pointer), value: reported.value };
}
