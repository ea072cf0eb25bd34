import { LineCounter, parseDocument } from "yaml";
import { isObject, SpecDocument } from "../../spec/spec-document.ts";
import type { Source } from "./source.ts";
import { UpstreamError } from "./upstream-error.ts";

export interface UpstreamDocument {
  readonly spec: SpecDocument;
  /** The version of OpenAPI that it is written in. */
  readonly version: string;
  /** What was read otherwise than its author may have meant. */
  readonly notes: readonly string[];
}

/** Aliases that a document may resolve, counted with what they contain; far below what a bomb needs. */
const MOST_ALIASES = 100_000;

/** @throws UpstreamError when the text is no OpenAPI 3.0 or 3.1 document */
export function parseUpstream({ name, text }: Source): UpstreamDocument {
  const content = text.replace(/^\uFEFF/, "").trimStart();
  if (content === "") throw new UpstreamError(name, "is empty");
  if (content.startsWith("<")) throw new UpstreamError(name, "is an HTML or XML page, not an OpenAPI document");
  const { value, notes } = content.startsWith("{")
    ? { value: parseJson(name, content), notes: [] }
    : parseYaml(name, text);
  if (!isObject(value)) throw new UpstreamError(name, "is not an OpenAPI document: no mapping stands at its top");
  const version = checkVersion(name, value.openapi, value.swagger);
  if (!isObject(value.paths)) throw new UpstreamError(name, "has no paths: is it cut short?");
  return { spec: SpecDocument.of(value, name), version, notes };
}

function checkVersion(name: string, openapi: unknown, swagger: unknown): string {
  if (swagger !== undefined) {
    throw new UpstreamError(name, `is written in Swagger ${swagger}: convert it to OpenAPI 3 first`);
  }
  if (openapi === undefined) throw new UpstreamError(name, "names no openapi version: is it an OpenAPI document?");
  if (!/^3\.[01](\.|$)/.test(String(openapi))) {
    throw new UpstreamError(name, `is written in OpenAPI ${openapi}; 3.0 and 3.1 can be compared`);
  }
  return String(openapi);
}

/** Fifty times faster than reading JSON as YAML. */
function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UpstreamError(name, `begins like JSON, but is none: ${reason.replaceAll(/\s+/g, " ")}`, { cause });
  }
}

function parseYaml(name: string, text: string): { value: unknown; notes: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, uniqueKeys: false });
  const line = (offset: number) => lines.linePos(offset).line;
  const [error] = document.errors;
  if (error) {
    throw new UpstreamError(
      `${name}:${line(error.pos[0])}`,
      `is no YAML: ${error.message.split(/ at line \d+|\n/)[0]}`,
    );
  }
  const tags = document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED");
  const [first] = tags;
  const notes = first
    ? [
        `${name}:${line(first.pos[0])}: ${tags.length === 1 ? "a tag" : `${tags.length} tags`} of another language, taken for plain values`,
      ]
    : [];
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), notes };
  } catch (cause) {
    throw new UpstreamError(name, `cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
