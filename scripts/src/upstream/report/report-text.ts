import type { TextChange } from "../yaml/text-change.ts";
import { yamlInline } from "../yaml/yaml-style.ts";
import type { DriftReport, Review } from "./review.ts";

/** The review for people: what nothing explains, thing by thing; idle entries; what is explained. */
export function textReport({ document, drift, explained, idle }: Review): string {
  const { name, version, operations, tickets } = document;
  return [
    `${name}: OpenAPI ${version}, ${count(operations, "operation")}, of which ${tickets} were compared\n`,
    ...driftSections(drift),
    ...idleSection(idle),
    explainedSection(explained),
  ].join("\n");
}

function driftSections(drift: readonly DriftReport[]): string[] {
  if (drift.length === 0) return [];
  const groups = [...Map.groupBy(drift, ({ title }) => title)];
  return [
    `${count(drift.length, "difference")} that nothing explains\n`,
    ...groups.map(([title, reports]) => group(title, reports)),
    HOW_TO_SETTLE,
  ];
}

const HOW_TO_SETTLE = `Settle each by its pointer: --adopt makes openapi/tickets.yaml say what upstream says, --keep notes in
openapi/curation.yaml that it is meant to differ.
`;

function group(title: string, reports: readonly DriftReport[]): string {
  const operations = [...new Set(reports.flatMap((report) => report.operations))];
  const users = operations.length === 0 || operations.join() === title ? "" : `  (${operations.join(", ")})`;
  return [`${title}${users}`, ...reports.flatMap(driftLines).map((line) => `  ${line}`), ""].join("\n");
}

function driftLines(report: DriftReport): string[] {
  const { outdated, pointer, here, proposal, upstream } = report;
  const elsewhere = Object.keys(upstream.pins).filter((place) => place !== pointer);
  return [
    difference(report),
    `    '${pointer}'  ${here.at}`,
    ...elsewhere.slice(0, 1).map((place) => `    upstream '${place}'${more(elsewhere.length - 1)}`),
    ...outdated.map(({ at, pin }) => `    ${at} explained it while upstream said ${yamlInline(pin)}`),
    ...("byHand" in proposal ? [`    by hand: ${proposal.byHand}`] : proposalLines(proposal.changes)),
  ];
}

/** What differs, in one line. */
function difference({
  kind,
  within,
  upstream,
  here,
}: Pick<DriftReport, "kind" | "within" | "upstream" | "here">): string {
  const what = within === "" ? "" : `${within}: `;
  if (kind === "differs") return `${what}${upstream.says} upstream, ${here.says} here`;
  return kind === "only-upstream" ? `${what}only upstream (${upstream.says})` : `${what}only here (${here.says})`;
}

const MOST_CHANGES = 4;

function proposalLines(changes: readonly FileChange[]): string[] {
  const others = changes.length - MOST_CHANGES;
  return [
    ...changes.slice(0, MOST_CHANGES).flatMap(changeLines),
    ...(others > 0 ? [`      … ${count(others, "more change")}`] : []),
  ];
}

type FileChange = TextChange & { readonly file: string };

const MOST_LINES = 6;

function changeLines({ file, line, removed, added }: FileChange): string[] {
  if (added.length === 0)
    return [`      - ${removed.length > 1 ? `${removed.length} lines` : removed[0]?.trim()}  (${file}:${line})`];
  const indent = Math.min(...[...removed, ...added].map((text) => text.search(/\S/)));
  const lines = [
    ...removed.map((text) => `- ${text.slice(indent)}`),
    ...added.map((text) => `+ ${text.slice(indent)}`),
  ];
  const isLong = lines.length > MOST_LINES;
  const shown = isLong ? [...lines.slice(0, MOST_LINES - 1), `  … ${lines.length - MOST_LINES + 1} more lines`] : lines;
  return shown.map((text, i) => `      ${text}${i === 0 ? `  (${file}:${line})` : ""}`);
}

function more(others: number): string {
  return others > 0 ? ` and ${count(others, "more place")}` : "";
}

function idleSection(idle: Review["idle"]): string[] {
  if (idle.length === 0) return [];
  const lines = idle.map(({ at, pointer }) => `  ${at}${pointer === undefined ? "" : `  '${pointer}'`}`);
  return ["Entries of openapi/curation.yaml that explain nothing any more: take them away", ...lines, ""];
}

function explainedSection(explained: Review["explained"]): string {
  const total = explained.reduce((sum, { count: each }) => sum + each, 0);
  const lines = explained
    .filter(({ count: each }) => each > 0)
    .map(
      ({ at, change, count: each, reason }) =>
        `  ${String(each).padStart(3)}  ${change.padEnd(8)}  ${at}  ${firstWords(reason)}`,
    );
  return [`${count(total, "difference")} that openapi/curation.yaml explains`, ...lines, ""].join("\n");
}

const LONGEST_REASON = 72;

function firstWords(text: string): string {
  const sentence = text.split(/(?<=\.)\s/)[0] ?? text;
  return sentence.length > LONGEST_REASON ? `${sentence.slice(0, LONGEST_REASON)}…` : sentence;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
