import type { Comparison } from "./compare-specs.ts";
import type { CallChange } from "./impact/call-change.ts";
import type { PackageStep } from "./package-steps.ts";
import type { SpecChange, Verdict } from "./spec-change.ts";

const HEADINGS: Readonly<Record<Verdict, string>> = {
  breaking: "Breaking",
  risk: "Risks",
  compatible: "Compatible",
  silent: "Nothing on the wire",
};

/** The comparison for people, in sections of indented lines. */
export function textReport(comparison: Comparison, missing: readonly PackageStep[]): string {
  if (comparison.verdict === "unchanged") return "The specs are equal.\n";
  return [
    ...(comparison.changes.length === 0 ? [ORDER_ONLY] : changeSections(comparison.changes)),
    ...impactSections(comparison),
    section(
      "Version steps",
      table(comparison.steps.map(({ name, step, why }) => [name, step, `${why}${announcement(name, missing)}`])),
    ),
  ].join("\n");
}

const ORDER_ONLY = "Only the order of things, or the evidence for them, differs.\n";

function announcement(name: string, missing: readonly PackageStep[]): string {
  return missing.some((step) => step.name === name) ? " (no changeset says so yet)" : "";
}

function changeSections(changes: readonly SpecChange[]): string[] {
  const verdicts = Object.keys(HEADINGS) as Verdict[];
  return verdicts.flatMap((verdict) => {
    const found = changes.filter((change) => change.verdict === verdict);
    if (found.length === 0) return [];
    return [section(HEADINGS[verdict], found.flatMap(changeLines))];
  });
}

function changeLines({ place, text, direction, operations, at }: SpecChange): string[] {
  const who = operations.length === 0 ? "" : `${direction} of ${operations.join(", ")} · `;
  return [`${place}: ${text}`, `    ${who}${at}`];
}

function impactSections({ types, columns, refused }: Comparison): string[] {
  const sections: [string, readonly string[]][] = [
    ["Calls of the client", table(types.calls.map((call) => [call.call, ...callText(call)]))],
    [
      "Types of the contract",
      [...types.typesGone.map((name) => `${name} is gone`), ...types.typesAdded.map((name) => `${name} is new`)],
    ],
    ["Type tests of the base that no longer compile", types.typeTestErrors],
    [
      "CSV columns",
      table(columns.map(({ column, what, text = "", breaking }) => [column, what, text, breaking ? BREAKS : ""])),
    ],
    [
      "Requests that the mock now refuses",
      table(refused.map(({ operation, reason, example }) => [operation, reason, shortened(example)])),
    ],
  ];
  return sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : [section(title, lines)]));
}

export const BREAKS = "breaks";

/** What becomes of a call, and whether code that makes it may no longer compile. */
export function callText({ what, breaking }: CallChange): [string, string] {
  const words = {
    takes: "takes something else",
    returns: "returns something else",
    "takes and returns": "takes and returns something else",
  };
  return [what in words ? words[what as keyof typeof words] : what, breaking ? BREAKS : ""];
}

const LONGEST_EXAMPLE = 70;

function shortened(example: string): string {
  return example.length > LONGEST_EXAMPLE ? `${example.slice(0, LONGEST_EXAMPLE)}…` : example;
}

function section(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
