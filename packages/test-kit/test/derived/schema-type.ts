import type { JsonSchema, JsonType } from "@sitebay-tickets/contract/schemas";

/** The schema's type besides null. */
export function typeOf(schema: JsonSchema): JsonType | undefined {
  return [schema.type ?? []].flat().find((type) => type !== "null");
}

export function isNullable(schema: JsonSchema): boolean {
  return schema.type === undefined || [schema.type].flat().includes("null");
}

/** A number that a schema gives for a keyword which the contract's own type does not list. */
export function numberAt(schema: JsonSchema, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === "number" ? value : undefined;
}
