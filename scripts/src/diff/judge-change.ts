import { isObject } from "../spec/spec-document.ts";
import type { RedoclyChange } from "./redocly-diff.ts";
import type { Direction, Verdict } from "./spec-change.ts";

/** Things that hold only words, or what is ours alone. */
const SILENT_TYPES = new Set([
  "Info",
  "Contact",
  "License",
  "Tag",
  "TagList",
  "Example",
  "ExamplesMap",
  "SpecExtension",
]);
const SILENT_PROPERTIES = new Set([
  "description",
  "example",
  "examples",
  "externalDocs",
  "operationId",
  "summary",
  "tags",
  "title",
]);
/** Where a token is obtained: who asks at the old address gets none. */
const TOKEN_ADDRESSES = new Set(["authorizationUrl", "refreshUrl", "tokenUrl"]);

/**
 * The verdict on a change: Redocly's, which knows that a request may widen and a response may narrow,
 * and on top of it what the table in `docs/changing-the-api.md` says.
 */
export function judgeChange(change: RedoclyChange, direction: Direction): Verdict {
  const { kind, typeName, impact, property } = change;
  if (isSilent(change)) return "silent";
  if (kind === "modified" && TOKEN_ADDRESSES.has(property ?? "")) return "breaking";
  if (kind === "added" && typeName === "RequestBody" && isRequired(change.head?.value)) return "breaking";
  if (impact === "major") return "breaking";

  if (kind === "modified" && RISKY_PROPERTIES.has(property ?? "")) return "risk";
  // The service may drop what is sent there still, without a word.
  if (kind === "removed" && typeName === "Schema" && direction === "request") return "risk";
  // Callers wait for one success.
  if (kind === "added" && typeName === "Response" && isSuccess(change.head?.path.at(-1))) return "risk";
  return "compatible";
}

const RISKY_PROPERTIES = new Set(["default", "deprecated", "readOnly", "writeOnly"]);

function isSilent({ typeName, property }: RedoclyChange): boolean {
  return SILENT_TYPES.has(typeName) || SILENT_PROPERTIES.has(property ?? "") || (property ?? "").startsWith("x-");
}

function isRequired(body: unknown): boolean {
  return isObject(body) && body.required === true;
}

function isSuccess(status: unknown): boolean {
  return /^[123]/.test(String(status));
}
