import type { JsonSchema } from "@sitebay-tickets/contract/schemas";

/**
 * Finds the fields of a value that its schema does not name.
 *
 * @returns JSON pointers, with `*` for any place in an array
 */
export function findUnknownFields(schema: JsonSchema, value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((item) => findUnknownFields(items, item, `${at}/*`)) : [];
  }
  const { properties } = schema;
  if (!properties) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const pointer = `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return known ? findUnknownFields(known, field, pointer) : [pointer];
  });
}
