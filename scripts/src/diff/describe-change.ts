import { isDeepStrictEqual } from "node:util";

/** How a property went from one value to another, in words: `maximum 100 → 50`. */
export function describeModification(property: string, before: unknown, after: unknown): string {
  switch (property) {
    case "key":
      return `${before} became ${after}`;
    case "credentials":
      return `${before} → ${after}`;
    case "name":
      return `renamed from ${before} to ${after}`;
    case "required":
      return after === true ? "now required" : "no longer required";
    case "type":
      return `type ${typeText(before)} → ${typeText(after)}`;
    case "enum":
      return enumText(listOf(before), listOf(after));
    case "deprecated":
      return after === true ? "deprecated" : "no longer deprecated";
    case "description":
    case "summary":
    case "title":
      return `${property} reworded`;
    case "example":
    case "examples":
      return "examples changed";
  }
  if (before === undefined) return `${property} ${valueText(after)} added`;
  if (after === undefined) return `${property} ${valueText(before)} removed`;
  return `${property} ${valueText(before)} → ${valueText(after)}`;
}

/** `string or null`; a schema without a type takes anything. */
export function typeText(type: unknown): string {
  const types = [type ?? "anything"].flat().map(String);
  return types.join(" or ");
}

function enumText(before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): string {
  if (!before) return `limited to ${list(after ?? [])}`;
  if (!after) return "no longer limited to a list of values";
  const gone = without(before, after);
  const added = without(after, before);
  const parts = [
    ...(gone.length > 0 ? [`no longer ${list(gone)}`] : []),
    ...(added.length > 0 ? [`also ${list(added)}`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "values reordered";
}

function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  return values.filter((value) => !others.some((other) => isDeepStrictEqual(value, other)));
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function list(values: readonly unknown[]): string {
  return values.map(valueText).join(", ");
}

const LONGEST_VALUE = 60;

function valueText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
