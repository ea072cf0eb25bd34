import { type CoverageItem, type CoverageReport, coverageAspects } from "./coverage-report.ts";

/** A report for people: what was exercised and what was not, operation by operation. */
export function coverageText({ percent, operations, credentials }: CoverageReport): string {
  const width = Math.max(...operations.map(({ operation }) => operation.length));
  const lines = operations.flatMap(({ operation, requests, statuses, parameters, undeclared }) => {
    const rows = [`  ${operation.padEnd(width)}  ${requests > 0 ? itemsText(statuses) : "never asked for"}`];
    const indent = " ".repeat(width + 4);
    if (requests > 0 && parameters.length > 0) rows.push(indent + itemsText(parameters));
    if (undeclared.length > 0) rows.push(`${indent}not in the spec: ${undeclared.map(({ name }) => name).join(" ")}`);
    return rows;
  });
  const shares = coverageAspects.map((aspect) => `${aspect} ${percent[aspect]} %`);
  return [
    `Coverage of the API: ${shares.join(", ")}`,
    ...lines,
    `  ${"credentials".padEnd(width)}  ${itemsText(credentials)}`,
    "  What stands in brackets was never exercised.",
    "",
  ].join("\n");
}

function itemsText(items: readonly CoverageItem[]): string {
  return items.map(({ name, count }) => (count > 0 ? name : `(${name})`)).join(" ");
}
