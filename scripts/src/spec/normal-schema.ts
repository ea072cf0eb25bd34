import { fromPointer, type Path } from "./json-pointer.ts";
import type { Origins } from "./origins.ts";
import { isObject, type JsonObject, type SpecDocument } from "./spec-document.ts";

/**
 * A schema in the one form in which equal schemas are equal values: references are replaced by what
 * they lead to, `nullable` and `anyOf` with null become a list of types that ends with null, a lone
 * `allOf` becomes what it holds, `const` an `enum`, and generated titles go. Texts are kept.
 *
 * A schema that contains itself is followed once; the inner one is named by `x-contains-itself`.
 */
export function normalSchema(
  spec: SpecDocument,
  path: Path,
  origins: Origins,
  above: readonly string[] = [],
): JsonObject {
  const schema = spec.at(path);
  // `true` and `{}` both take anything.
  if (!isObject(schema)) return schema === false ? { not: {} } : {};
  const written = followed(spec, schema, path, origins, above);
  const normal = origins.set(singleForm(written), originOf(spec, schema, path));
  for (const key of Object.keys(normal)) {
    if (typeof schema.$ref === "string" && key in schema) origins.setKey(normal, key, [...path, key]);
    const alternative = key in written ? undefined : alternativeWith(written, key);
    if (alternative) origins.setKey(normal, key, origins.of(alternative, [key]));
  }
  return normal;
}

/** The part of a combination that says what the combination now says itself. */
function alternativeWith(schema: JsonObject, key: string): JsonObject | undefined {
  return ["allOf", "anyOf", "oneOf"].flatMap((name) => alternatives(schema, name)).find((part) => key in part);
}

/** Changes are to be looked at where the referenced schema is written, not where it is used. */
function originOf(spec: SpecDocument, schema: JsonObject, path: Path): Path {
  return typeof schema.$ref === "string" ? spec.resolve(path).path : path;
}

function followed(
  spec: SpecDocument,
  schema: JsonObject,
  path: Path,
  origins: Origins,
  above: readonly string[],
): Record<string, unknown> {
  const { $ref, ...own } = schema;
  const normal: Record<string, unknown> = {};
  if (typeof $ref === "string") {
    if (above.includes($ref)) return { "x-contains-itself": $ref };
    if (spec.at(fromPointer($ref)) === undefined) throw spec.error([...path, "$ref"], `nothing stands at ${$ref}`);
    Object.assign(normal, normalSchema(spec, fromPointer($ref), origins, [...above, $ref]));
  }
  for (const [keyword, value] of Object.entries(own)) {
    const here = [...path, keyword];
    const inner = (...steps: Path) => normalSchema(spec, [...here, ...steps], origins, above);
    if (MAPS.has(keyword) && isObject(value)) {
      const names = Object.keys(value).sort();
      normal[keyword] = origins.set(lazyObject(names, inner), here);
    } else if (LISTS.has(keyword) && Array.isArray(value)) {
      normal[keyword] = origins.set(
        value.map((_, i) => inner(i)),
        here,
      );
    } else if (SCHEMAS.has(keyword) && isObject(value)) {
      normal[keyword] = inner();
    } else {
      normal[keyword] = value;
    }
  }
  return normal;
}

/** Schemas that refer to each other crosswise have more ways through them than anyone could go: only what is asked for is made. */
function lazyObject(names: readonly string[], make: (name: string) => unknown): JsonObject {
  const object = {};
  for (const name of names) {
    const property = { configurable: true, enumerable: true };
    Object.defineProperty(object, name, {
      ...property,
      get() {
        const value = make(name);
        Object.defineProperty(object, name, { ...property, value });
        return value;
      },
    });
  }
  return object;
}

const MAPS = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);
const LISTS = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const SCHEMAS = new Set(["items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else"]);

function singleForm({ title: _, ...schema }: Record<string, unknown>): Record<string, unknown> {
  let normal = schema;
  for (const step of [loneCombination, nullAlternative, typeAlternatives, nullableFlag, exclusiveFlags, constant]) {
    normal = step(normal);
  }
  return tidied(normal);
}

type Step = (schema: Record<string, unknown>) => Record<string, unknown>;

/** A combination of one is that one. */
const loneCombination: Step = (schema) => {
  const keyword = ["allOf", "anyOf", "oneOf"].find((name) => alternatives(schema, name).length === 1);
  if (keyword === undefined) return schema;
  const { [keyword]: list, ...rest } = schema;
  return { ...(list as JsonObject[])[0], ...rest };
};

/** `anyOf: [X, null]` is X, or null. */
const nullAlternative: Step = (schema) => {
  const keyword = ["anyOf", "oneOf"].find((name) => alternatives(schema, name).some(isNull));
  if (keyword === undefined) return schema;
  const { [keyword]: list, ...rest } = schema;
  const others = (list as JsonObject[]).filter((alternative) => !isNull(alternative));
  const [only] = others;
  if (others.length === 1 && only?.type !== undefined) return orNull({ ...only, ...rest });
  const types = typesOfAll(others);
  return types ? { ...rest, type: [...types, "null"] } : schema;
};

/** `anyOf: [{type: string}, {type: integer}]` is a list of types. */
const typeAlternatives: Step = (schema) => {
  const types = typesOfAll(alternatives(schema, "anyOf"));
  if (!types) return schema;
  const { anyOf: _, ...rest } = schema;
  return { ...rest, type: types };
};

/** OpenAPI 3.0 says `nullable: true`. */
const nullableFlag: Step = ({ nullable, ...schema }) => (nullable === true ? orNull(schema) : schema);

/** OpenAPI 3.0 says `exclusiveMinimum: true` beside `minimum`. */
const exclusiveFlags: Step = (schema) => {
  const normal = { ...schema };
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof normal[flag] !== "boolean") continue;
    if (normal[flag]) {
      normal[flag] = normal[bound];
      delete normal[bound];
    } else {
      delete normal[flag];
    }
  }
  return normal;
};

const constant: Step = ({ const: value, ...schema }) => (value === undefined ? schema : { ...schema, enum: [value] });

function orNull(schema: Record<string, unknown>): Record<string, unknown> {
  if (schema.type === undefined) return schema;
  const { enum: values } = schema;
  return {
    ...schema,
    type: [...[schema.type].flat(), "null"],
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  };
}

/** Orders what has no order, and writes a list of one type as that type. */
function tidied(schema: Record<string, unknown>): Record<string, unknown> {
  const normal = { ...schema };
  if (Array.isArray(normal.type)) {
    const types = [...new Set(normal.type.map(String))].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    normal.type = types.length === 1 ? types[0] : types;
  }
  if (Array.isArray(normal.required)) normal.required = [...new Set(normal.required)].sort();
  if (Array.isArray(normal.required) && normal.required.length === 0) delete normal.required;
  return normal;
}

const rank = (type: string): number => (type === "null" ? 1 : 0);

function alternatives(schema: Record<string, unknown>, keyword: string): readonly JsonObject[] {
  const list = schema[keyword];
  return Array.isArray(list) && list.every(isObject) ? list : [];
}

function isNull(schema: JsonObject): boolean {
  return schema.type === "null";
}

/** The types of alternatives that say nothing but their types. */
function typesOfAll(list: readonly JsonObject[]): unknown[] | undefined {
  if (list.length === 0 || !list.every((item) => Object.keys(item).join() === "type")) return undefined;
  return list.flatMap((item) => item.type);
}
