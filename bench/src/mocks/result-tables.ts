import { median } from "../median.ts";
import type { Contender } from "./contenders.ts";
import type { Speeds } from "./measure-speeds.ts";
import type { Workload } from "./workloads.ts";

/** How long each needs to its first answer, as a Markdown table. @param starts in milliseconds */
export function startTable(starts: ReadonlyMap<Contender, readonly number[]>): string {
  const rows = [...starts].map(([{ name, note }, times]) => [
    name,
    note,
    `${whole(median(times))} ms`,
    range(times, " ms"),
  ]);
  return table(["server", "how", "first answer", "fastest to slowest"], "llrr", rows);
}

/**
 * Requests per second, as two Markdown tables: medians, each with its ratio to the first contender's
 * (the median of the rounds' ratios), and what the rounds lie between.
 */
export function speedTables(speeds: ReadonlyMap<Workload, Speeds>): string {
  const [first] = speeds.values();
  const names = [...(first?.byContender.keys() ?? [])].map(({ name }) => name);
  const alignment = `l${"r".repeat(names.length)}`;
  const medians = [...speeds].map(([{ name }, { byContender }]) => [name, ...medianCells(byContender)]);
  const ranges = [...speeds].map(([{ name }, { byContender }]) => [
    name,
    ...[...byContender.values()].map((all) => range(all)),
  ]);
  return [
    table(["requests a second (ratio)", ...names], alignment, medians),
    table(["slowest to fastest round", ...names], alignment, ranges),
  ].join("\n");
}

function medianCells(byContender: ReadonlyMap<Contender, readonly number[]>): string[] {
  const [reference = []] = byContender.values();
  return [...byContender.values()].map((found) => {
    const ratio = median(found.map((speed, round) => speed / (reference[round] ?? Number.NaN)));
    return `${whole(median(found))} (${ratio.toFixed(2)})`;
  });
}

function range(numbers: readonly number[], unit = ""): string {
  return `${whole(Math.min(...numbers))} to ${whole(Math.max(...numbers))}${unit}`;
}

function whole(number: number): string {
  return Math.round(number).toLocaleString("en-GB");
}

function table(head: readonly string[], alignment: string, rows: readonly (readonly string[])[]): string {
  const rule = [...alignment].map((side) => (side === "r" ? "---:" : "---"));
  return `${[head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}
