import { yamlInline } from "../yaml/yaml-style.ts";
import type { DriftReport, Review } from "./review.ts";

/** The review as the text of a pull request. */
export function markdownReport({ document, drift, explained, idle }: Review): string {
  const total = explained.reduce((sum, { count }) => sum + count, 0);
  const { name, version, tickets, operations } = document;
  return [
    `### Upstream API: ${drift.length === 0 ? "nothing new" : `${drift.length} unexplained`}\n`,
    `${code(name)} (OpenAPI ${version}), ${tickets} of its ${operations} operations.\n`,
    ...(drift.length === 0 ? [] : [HOW_TO_SETTLE]),
    ...[...Map.groupBy(drift, ({ title }) => title)].flatMap(([title, reports]) => [
      `#### ${text(title)}\n`,
      table(
        ["", "upstream", "here", "where"],
        reports.map(({ within, upstream, here }) => [
          text(within || "the whole of it"),
          text(upstream.says),
          text(here.says),
          code(here.at),
        ]),
      ),
      ...reports.map(proposalDetails),
    ]),
    ...(idle.length === 0
      ? []
      : [
          "#### Entries of curation.yaml that explain nothing any more\n",
          table(
            ["where", "pointer"],
            idle.map(({ at, pointer }) => [code(at), pointer === undefined ? "all" : code(pointer)]),
          ),
        ]),
    `<details><summary>${total} explained</summary>\n`,
    table(
      ["", "change", "where", "reason"],
      explained.map(({ count, change, at, reason }) => [String(count), change, code(at), text(reason)]),
    ),
    "</details>\n",
  ].join("\n");
}

const HOW_TO_SETTLE = `Settle each by its pointer: \`pnpm spec:upstream DOCUMENT --adopt POINTER\` makes \`openapi/tickets.yaml\` say what
upstream says, \`--keep POINTER\` notes in \`openapi/curation.yaml\` that it is meant to differ.
`;

function proposalDetails({ pointer, proposal, outdated, upstream }: DriftReport): string {
  const pins = Object.entries(upstream.pins).map(
    ([place, pin]) => `- upstream ${code(`${place}: ${yamlInline(pin)}`)}\n`,
  );
  const stale = outdated
    .map(({ at, pin }) => `- ${code(at)} explained it while upstream said ${code(yamlInline(pin))}\n`)
    .join("");
  if ("byHand" in proposal)
    return details(`${pointer}: by hand`, `${pins.join("")}${stale}\n${text(proposal.byHand)}\n`);
  const lines = proposal.changes.flatMap(({ file, line, removed, added }) => [
    `@@ ${file}:${line} @@`,
    ...removed.map((each) => `-${each}`),
    ...added.map((each) => `+${each}`),
  ]);
  return details(`--adopt '${pointer}'`, `${pins.join("")}${stale}\n\`\`\`\`diff\n${lines.join("\n")}\n\`\`\`\`\n`);
}

function details(summary: string, body: string): string {
  return `<details><summary><code>${escaped(summary)}</code></summary>\n\n${body}\n</details>\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

/** What stands in a cell must neither end it nor become markup. */
function text(value: string): string {
  return value.replaceAll(/[\\`*_<>|[\]]/g, "\\$&").replaceAll(/\s+/g, " ");
}

function code(value: string): string {
  return `\`${value.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
