import type { Comparison } from "./compare-specs.ts";

/** What a changelog says of a spec change: what is heard on the wire, or else the words that changed. */
export function changesetSummary({ changes }: Comparison): string {
  const heard = changes.filter(({ verdict }) => verdict !== "silent");
  const lines = (heard.length > 0 ? heard : changes).map(({ verdict, place, text }) => {
    const mark = verdict === "breaking" ? "**Breaking:** " : "";
    return `- ${mark}${place}: ${text}`;
  });
  return `The API's description changed.\n\n${[...new Set(lines)].join("\n")}`;
}
