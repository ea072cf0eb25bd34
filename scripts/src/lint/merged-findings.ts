import type { Finding } from "./finding.ts";

/** For a rule, others that say the same, and better. What it has to say is dropped where one of those has spoken. */
const BETTER: Readonly<Record<string, readonly string[]>> = {
  examples: ["no-invalid-media-type-examples", "no-invalid-parameter-examples", "no-invalid-schema-examples"],
  generate: [
    ...["export-tables", "no-required-schema-properties-undefined", "operation-operationId"],
    ...["operation-operationId-unique", "path-parameters-defined", "references", "retry", "struct"],
  ],
  "no-unresolved-refs": ["references"],
  "nullable-type-sibling": ["nullability"],
  "operation-4xx-response": ["statuses"],
  "operation-operationId-url-safe": ["names"],
  "spec-components-invalid-map-name": ["names"],
  texts: ["operation-description", "operation-summary", "parameter-description", "tag-description"],
};

/**
 * Findings in the order in which their places stand in the files, each once. Of an unreadable file,
 * only that it is.
 */
export function mergedFindings(found: readonly Finding[]): Finding[] {
  const files = [...new Set(found.map(({ file }) => file))];
  return found
    .filter((finding, i) => !found.some((other, j) => other.file === finding.file && isSaidBy(other, finding, j < i)))
    .sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
}

/** Whether one finding of a file makes another one superfluous. */
function isSaidBy(other: Finding, finding: Finding, isEarlier: boolean): boolean {
  if (other.rule === "syntax") return finding.rule !== "syntax";
  // Why Redocly gave up on a document, the generator knows better.
  if (finding.rule === "redocly") return other.rule === "generate";
  if (other.line !== finding.line) return false;
  if (other.rule === finding.rule) return isEarlier && other.message === finding.message;
  return BETTER[finding.rule]?.includes(other.rule) ?? false;
}
