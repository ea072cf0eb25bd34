import type { Path } from "../spec/json-pointer.ts";
import { operationsIn } from "../spec/operations-in.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";
import type { CurationNote } from "./curation-notes.ts";
import { curationSection } from "./curation-section.ts";
import { evidenceLine } from "./evidence.ts";
import { Notes } from "./notes.ts";
import { SCHEMAS_TAG } from "./subject-link.ts";
import { pointersOf, subjectsOf } from "./subjects.ts";

const CURATION_TAG = "curation";

const HOW_TO_READ = `Operations and schemas end with their evidence: who says so. Where this page says something else than the
service's own OpenAPI document, it says why, there and under [${CURATION_TAG}](#/${CURATION_TAG}).`;

const RETRY: Readonly<Record<string, string>> = {
  safe: "May be sent again: whenever the outcome is unknown.",
  "rejected-only":
    "May be sent again: only when the service did nothing for certain, since it said so (429, or 503 with Retry-After) or the connection was never made.",
};

/**
 * The document that the reference page is made of: what the extensions and the curation say, in
 * words, at the end of the descriptions that they speak of, and a last section with all of the curation.
 */
export function annotatedDocument(spec: SpecDocument, curation: readonly CurationNote[]): JsonObject {
  const notes = new Notes();
  notes.add(["info"], HOW_TO_READ);
  for (const { path, value } of operationsIn(spec)) {
    notes.add(path, RETRY[String(value["x-retry"])]);
    notes.add(path, evidence(value));
  }
  const components = spec.at(["components", "schemas"]);
  for (const [name, schema] of Object.entries(isObject(components) ? components : {})) {
    if (!isObject(schema)) continue;
    notes.add(["components", "schemas", name], exported(schema));
    notes.add(["components", "schemas", name], evidence(schema));
  }
  for (const note of curation) {
    const lead = note.kind === "disagreement" ? "The sources disagree" : "Departs from the service's own document";
    for (const path of pointersOf(spec, note).flatMap((pointer) => subjectsOf(spec, pointer))) {
      notes.add(path, `**${lead}:** ${note.reason}`);
    }
  }

  const document = notes.entries().reduce((value, [path, text]) => withDescription(value, path, text), spec.value);
  const tags = Array.isArray(document.tags) ? document.tags : [];
  return { ...document, tags: [...tags, ...furtherSections(spec, curation)] };
}

function evidence(value: JsonObject): string | undefined {
  const names = value["x-evidence"];
  return Array.isArray(names) && names.length > 0 ? evidenceLine(names.map(String)) : undefined;
}

function exported(schema: JsonObject): string | undefined {
  const table = schema["x-export"];
  if (!isObject(table)) return undefined;
  const parent = isObject(table.parent) ? `, each below its row of \`${table.parent.table}\`` : "";
  return `In exports: the rows of the table \`${table.table}\`${parent}.`;
}

function furtherSections(spec: SpecDocument, curation: readonly CurationNote[]): JsonObject[] {
  return [
    { name: SCHEMAS_TAG, description: "What requests and answers hold." },
    // Redoc shows a tag without operations only when told that it is text.
    { name: CURATION_TAG, "x-traitTag": true, description: curationSection(spec, curation) },
  ];
}

/** A copy in which the description of one object goes on with a text. */
function withDescription(value: JsonObject, path: Path, text: string): JsonObject {
  const [step, ...below] = path;
  if (step === undefined) {
    const { description } = value;
    return { ...value, description: typeof description === "string" ? `${description.trimEnd()}\n\n${text}` : text };
  }
  const inner = value[step];
  return isObject(inner) ? { ...value, [step]: withDescription(inner, below, text) } : value;
}
