import type { Path } from "./json-pointer.ts";
import { isObject, type JsonObject, type SpecDocument } from "./spec-document.ts";

/** One mapping of an OpenAPI document, and where it stands. */
export interface Mapping {
  readonly path: Path;
  readonly value: JsonObject;
  readonly isSchema: boolean;
}

/** Keys whose value is an example or the like: whatever stands there is data, and no part of the description. */
const DATA = new Set(["const", "default", "enum", "example", "value"]);
/** Keys below which the next keys are names of somebody's choice. */
const NAMED = new Set([
  ...["$defs", "dependentSchemas", "patternProperties", "properties"],
  ...["callbacks", "content", "encoding", "examples", "headers", "links", "mapping", "pathItems", "paths"],
  ...["parameters", "requestBodies", "responses", "schemas", "scopes", "securitySchemes", "variables", "webhooks"],
]);
/** What stands within a schema and is none. */
const NO_SCHEMA = new Set(["discriminator", "externalDocs", "xml"]);

const found = new WeakMap<SpecDocument, readonly Mapping[]>();

/** Every mapping that describes something, from the top down, as it is written: no `$ref` is followed. */
export function mappingsIn(spec: SpecDocument): readonly Mapping[] {
  const known = found.get(spec);
  if (known) return known;
  const mappings: Mapping[] = [];
  collect(spec.value, [], { isNamed: false, isSchema: false }, mappings);
  found.set(spec, mappings);
  return mappings;
}

function collect(
  value: unknown,
  path: Path,
  kind: { readonly isNamed: boolean; readonly isSchema: boolean },
  mappings: Mapping[],
): void {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) collect(item, [...path, i], kind, mappings);
  } else if (isObject(value)) {
    if (!kind.isNamed) mappings.push({ path, value, isSchema: kind.isSchema });
    for (const [key, item] of Object.entries(value)) {
      const isData =
        !kind.isNamed && (DATA.has(key) || key.startsWith("x-") || (key === "examples" && Array.isArray(item)));
      if (isData || typeof item !== "object") continue;
      const isNamed = !kind.isNamed && NAMED.has(key) && isObject(item);
      const isSchema = kind.isSchema ? kind.isNamed || !NO_SCHEMA.has(key) : holdsSchema(path, kind.isNamed, key);
      collect(item, [...path, key], { isNamed, isSchema }, mappings);
    }
  }
}

function holdsSchema(path: Path, isNamed: boolean, key: string): boolean {
  return isNamed ? false : key === "schema" || (path[0] === "components" && path.length === 1 && key === "schemas");
}
