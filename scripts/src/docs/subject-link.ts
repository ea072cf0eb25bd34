import type { Path } from "../spec/json-pointer.ts";
import type { SpecDocument } from "../spec/spec-document.ts";
import { componentKind } from "./place-words.ts";

/** The page's section that lists the schemas. */
export const SCHEMAS_TAG = "schemas";

/** A subject's name, as a link where the page has a place of its own for it. */
export function subjectLink(spec: SpecDocument, path: Path): string {
  const [first, kind, name, ...below] = path;
  if (first === "paths") {
    const { operationId, summary, tags } = spec.object(path);
    const text = String(summary ?? `${String(name).toUpperCase()} ${kind}`);
    const [tag] = Array.isArray(tags) ? tags : [];
    return operationId === undefined || tag === undefined ? text : `[${text}](${address(tag, operationId)})`;
  }
  if (kind !== "schemas") return `${componentKind(String(kind))} \`${name}\``;
  const fields = below.filter((_, i) => i % 2 === 1);
  return `[\`${[name, ...fields].join(".")}\`](${address(SCHEMAS_TAG, name)})`;
}

/** Where Redoc puts an entry: the page's routes are in lower case. */
function address(tag: unknown, name: unknown): string {
  return `#/${tag}/${name}`.toLowerCase();
}
