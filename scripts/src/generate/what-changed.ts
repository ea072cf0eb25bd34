import { METHODS } from "../spec/operations-in.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";

/** What a document says of one thing, aspect by aspect: of a schema's field its type, its description, … */
type Aspects = Readonly<Record<string, unknown>>;

/**
 * What another version of a document says otherwise, one short line each: `Ticket.urgency added`,
 * `getTicket changed: responses`. What is gone comes last.
 */
export function whatChanged(before: SpecDocument, after: SpecDocument): string[] {
  const old = things(before);
  const now = things(after);
  const lines = [...now].flatMap(([name, aspects]) => {
    const former = old.get(name);
    if (!former) return [`${name} added`];
    const changed = [...new Set([...Object.keys(former), ...Object.keys(aspects)])].filter(
      (aspect) => JSON.stringify(former[aspect]) !== JSON.stringify(aspects[aspect]),
    );
    return changed.length === 0 ? [] : [`${name} changed: ${changed.join(", ")}`];
  });
  return [...lines, ...[...old.keys()].filter((name) => !now.has(name)).map((name) => `${name} removed`)];
}

/** Schemas and their fields first, since they are what most code is about. */
function things({ value }: SpecDocument): Map<string, Aspects> {
  const { paths, components, ...others } = value;
  const { schemas, ...kinds } = isObject(components) ? components : {};
  const found = new Map<string, Aspects>();
  for (const [name, { properties, required, ...aspects }] of mappings(schemas)) {
    found.set(name, aspects);
    for (const [field, item] of mappings(properties))
      found.set(`${name}.${field}`, { ...item, required: Array.isArray(required) && required.includes(field) });
  }
  for (const [path, item] of mappings(paths)) {
    for (const [method, operation] of mappings(item).filter(([key]) => METHODS.includes(key)))
      found.set(String(operation.operationId), { ...operation, method, path, "path's parameters": item.parameters });
  }
  for (const [kind, named] of mappings(kinds))
    for (const [name, item] of mappings(named)) found.set(`${kind}.${name}`, item);
  for (const [key, item] of Object.entries(others)) found.set(key, isObject(item) ? item : { value: item });
  return found;
}

function mappings(value: unknown): [string, JsonObject][] {
  return Object.entries(isObject(value) ? value : {}).flatMap(([key, item]) => (isObject(item) ? [[key, item]] : []));
}
