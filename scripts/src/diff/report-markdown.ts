import type { Comparison } from "./compare-specs.ts";
import type { PackageStep } from "./package-steps.ts";
import { BREAKS, callText } from "./report-text.ts";
import type { SpecChange, Verdict } from "./spec-change.ts";

const ICONS: Readonly<Record<Verdict, string>> = { breaking: "🔴", risk: "🟠", compatible: "🟢", silent: "⚪" };

/** The comparison as a comment on a pull request. */
export function markdownReport(comparison: Comparison, missing: readonly PackageStep[]): string {
  const { verdict, changes, types, columns, refused, steps } = comparison;
  if (verdict === "unchanged") return "### API spec: unchanged\n";
  return [
    `### API spec: ${headline(verdict)}\n`,
    table(
      ["", "what", "how", "operations", "where"],
      changes.map((change) => [
        ICONS[change.verdict],
        code(change.place),
        text(change.text),
        operations(change),
        code(change.at),
      ]),
    ),
    details(
      "Calls of the client",
      ["call", "change", ""],
      types.calls.map((call) => [code(call.call), ...callText(call)]),
    ),
    details(
      "Types of the contract",
      ["type", ""],
      [...types.typesGone.map((name) => [code(name), "gone"]), ...types.typesAdded.map((name) => [code(name), "new"])],
    ),
    details(
      "Type tests of the base that no longer compile",
      ["error"],
      types.typeTestErrors.map((error) => [text(error)]),
    ),
    details(
      "CSV columns",
      ["column", "change", "", ""],
      columns.map(({ column, what, text: how = "", breaking }) => [
        code(column),
        what,
        text(how),
        breaking ? BREAKS : "",
      ]),
    ),
    details(
      "Requests that the mock now refuses",
      ["operation", "why", "such as"],
      refused.map(({ operation, reason, example }) => [operation, text(reason), code(example)]),
    ),
    "#### Version steps\n",
    table(
      ["package", "step", "why", "changeset"],
      steps.map(({ name, step, why }) => [
        code(name),
        `**${step}**`,
        text(why),
        isMissing(name, missing) ? "missing" : "there",
      ]),
    ),
    missing.length > 0 ? "`pnpm spec:diff --changeset` writes the changeset that is missing.\n" : "",
  ]
    .filter(Boolean)
    .join("\n");
}

function headline(verdict: Verdict): string {
  return {
    breaking: "breaking changes",
    risk: "risky changes",
    compatible: "compatible changes",
    silent: "nothing on the wire",
  }[verdict];
}

function operations({ direction, operations }: SpecChange): string {
  return operations.length === 0 ? "" : `${direction} of ${operations.join(", ")}`;
}

function isMissing(name: string, missing: readonly PackageStep[]): boolean {
  return missing.some((step) => step.name === name);
}

function details(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return `<details><summary>${title} (${rows.length})</summary>\n\n${table(head, rows)}\n</details>\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return rows.length === 0 ? "" : line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

/** What stands in a cell must neither end it nor become markup. */
function text(value: string): string {
  return value.replaceAll(/[\\`*_<>|[\]]/g, "\\$&").replaceAll(/\s+/g, " ");
}

function code(value: string): string {
  return `\`${value.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}
