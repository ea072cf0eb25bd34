import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";

/**
 * The names of all schemas, each behind those that it refers to.
 *
 * @throws SpecError when a schema contains itself
 */
export function schemasInOrder(spec: SpecDocument): readonly string[] {
  const ordered: string[] = [];
  for (const name of Object.keys(spec.object(["components", "schemas"]))) place(spec, name, [], ordered);
  return ordered;
}

function place(spec: SpecDocument, name: string, above: readonly string[], ordered: string[]): void {
  if (ordered.includes(name)) return;
  const here = ["components", "schemas", name];
  if (above.includes(name))
    throw spec.error(here, `the schema contains itself (${[...above, name].join(" → ")}), which no tool here supports`);
  for (const reference of referencesIn(spec.object(here)))
    place(spec, schemaName(spec, here, reference), [...above, name], ordered);
  ordered.push(name);
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return typeof value.$ref === "string" ? [value.$ref] : Object.values(value).flatMap(referencesIn);
}

/** The name of the schema that a schema at a path refers to. @throws SpecError when it is no schema */
export function schemaName(spec: SpecDocument, path: Path, reference: string): string {
  const [components, schemas, name, ...rest] = fromPointer(reference);
  if (components !== "components" || schemas !== "schemas" || name === undefined || rest.length > 0) {
    throw spec.error(path, `a schema refers to ${reference}, which is not among components/schemas`);
  }
  return name;
}
