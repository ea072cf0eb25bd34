import { isObject, type JsonObject } from "../../spec/spec-document.ts";
import type { Difference } from "../compare/difference.ts";
import { comparedKeys, securityInWords } from "../compare/parts.ts";
import { below, componentName, type Spot } from "../compare/spot.ts";
import { codeName, isRequired, wirePlace } from "../curation/claim.ts";

/** What one side says at a difference, in a few words. */
export function describe({ kind, aspect }: Difference, spot: Spot | undefined): string {
  if (!spot) return "nothing";
  if (aspect !== "value") return aspect === "name" ? codeName(spot) : wirePlace(spot);
  const isField = kind !== "differs" && isRequired(spot);
  return `${partWords(spot)}${isField ? ", required" : ""}`;
}

function partWords(spot: Spot): string {
  const { part, value } = spot;
  switch (part) {
    case "schema":
      return schemaWords(spot);
    case "security":
      return securityInWords(value).join(" or ") || "no credential";
    case "operation":
      return operationWords(spot);
    case "response":
    case "body":
      return contentWords(spot) || "no body";
    case "parameter":
      return parameterWords(spot);
    case "media":
    case "header":
      return schemaWords(below(spot, "schema"));
    case "headers":
    case "content":
      return Object.keys(isObject(value) ? value : {}).join(", ");
    default:
      return spot.path.at(-1) === "type" ? [value].flat().join(" or ") : shortened(value);
  }
}

function schemaWords(spot: Spot): string {
  const { value } = spot;
  if (!isObject(value)) return shortened(value);
  const rules = Object.entries(value).filter(([rule]) => RULES.has(rule));
  return [typeWords(spot, value), ...rules.map(([rule, limit]) => `${rule} ${shortened(limit)}`)].join(", ");
}

const RULES = new Set([
  "default",
  "enum",
  "maximum",
  "maxItems",
  "maxLength",
  "minimum",
  "minItems",
  "minLength",
  "pattern",
]);

function typeWords(spot: Spot, value: JsonObject): string {
  const { type, format, "x-contains-itself": itself } = value;
  if (typeof itself === "string") return itself.slice(itself.lastIndexOf("/") + 1);
  const name = componentName(spot);
  const types = [type ?? []].flat().map((each) => {
    if (each === "array") return `array of ${schemaWords(below(spot, "items"))}`;
    if (each === "object" && name !== undefined) return name;
    return each === "string" && typeof format === "string" ? format : String(each);
  });
  if (types.length > 0) return types.join(" or ");
  return alternativeWords(spot, value) ?? name ?? (comparedKeys("schema", value).join(", ") || "anything");
}

function alternativeWords(spot: Spot, value: JsonObject): string | undefined {
  for (const [keyword, between] of [
    ["anyOf", " or "],
    ["oneOf", " or "],
    ["allOf", " and "],
  ] as const) {
    const parts = value[keyword];
    if (Array.isArray(parts)) return parts.map((_, i) => schemaWords(below(below(spot, keyword), i))).join(between);
  }
  return undefined;
}

function operationWords(spot: Spot): string {
  const responses = below(spot, "responses");
  const answers = Object.keys(isObject(responses.value) ? responses.value : {})
    .filter((status) => status.startsWith("2"))
    .map((status) => `${status} ${contentWords(below(responses, status))}`.trimEnd());
  return `answers ${answers.join(", ") || "without a success"}`;
}

function contentWords(spot: Spot): string {
  const content = below(spot, "content");
  return Object.keys(isObject(content.value) ? content.value : {})
    .map(
      (type) =>
        `${schemaWords(below(below(content, type), "schema"))}${type === "application/json" ? "" : ` as ${type}`}`,
    )
    .join(" or ");
}

function parameterWords(spot: Spot): string {
  const { in: place, required } = isObject(spot.value) ? spot.value : {};
  return `in ${place}: ${schemaWords(below(spot, "schema"))}${required === true ? ", required" : ""}`;
}

const LONGEST = 60;

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
