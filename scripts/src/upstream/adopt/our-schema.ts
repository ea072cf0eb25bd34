import { fromPointer, type Path, toPointer } from "../../spec/json-pointer.ts";
import { normalSchema } from "../../spec/normal-schema.ts";
import { Origins } from "../../spec/origins.ts";
import { isObject, type JsonObject } from "../../spec/spec-document.ts";
import { schemaName } from "../compare/code-names.ts";
import type { Comparison } from "../compare/compare.ts";
import { comparedKeys, isSilence } from "../compare/parts.ts";
import { areSameSchemas } from "../compare/same-schema.ts";
import { exampleFor } from "./example-value.ts";

/** A text that is to be written by hand; `pnpm spec:lint` refuses it. */
export const UNWRITTEN = "";

/** Writes schemas of the service's as our document would: our names, one form of null, no texts. */
export class OurSchemas {
  /** Components that our document lacks so far, by name. */
  readonly added = new Map<string, JsonObject>();
  readonly #comparison: Comparison;
  readonly #names: Map<string, string>;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
    this.#names = new Map(comparison.schemaNames);
  }

  /** @param path where the schema stands in the service's document */
  write(path: Path): JsonObject {
    const { spec } = this.#comparison.upstream;
    const schema = spec.at(path);
    if (!isObject(schema)) return schema === false ? { not: {} } : {};
    const reference = referenceIn(schema);
    if (!reference) return this.#rules(path);
    // Only what stands beside the reference is written here; the rest is the other schema's.
    const beside = this.#rules(
      path,
      Object.keys(schema).filter((key) => !COMBINATIONS.includes(key)),
    );
    const ours = { $ref: this.#reference(reference.$ref) };
    return { ...(reference.orNull ? { anyOf: [ours, { type: "null" }] } : ours), ...beside };
  }

  /** A field, with room for its description and, where it is a plain value, an example. */
  writeField(path: Path): JsonObject {
    const schema = this.write(path);
    if ("$ref" in schema) return schema;
    const example = exampleFor(String(path.at(-1)), schema, this.#comparison.here.spec);
    return { description: UNWRITTEN, ...schema, ...(example !== undefined && { examples: [example] }) };
  }

  /** The rules of a schema in the order in which we write them: all, or those of its own keywords. */
  #rules(path: Path, own?: readonly string[]): JsonObject {
    const normal = normalSchema(this.#comparison.upstream.spec, path, new Origins());
    const keys = comparedKeys("schema", normal).filter(
      (key) => !isSilence("schema", key, normal[key]) && (own?.includes(key) ?? true),
    );
    const entries = keys.map((key) => [key, this.#keyword(key, normal[key], path)] as const);
    return Object.fromEntries(entries.toSorted(([a], [b]) => rank(a) - rank(b)));
  }

  #keyword(key: string, value: unknown, path: Path): unknown {
    const place = placeOf(key, this.#comparison.upstream.spec.at(path), path);
    if (["items", "additionalProperties", "not", "contains", "propertyNames"].includes(key)) {
      return isObject(value) ? this.write(place) : value;
    }
    if (["properties", "patternProperties"].includes(key)) {
      const fields = Object.keys(isObject(value) ? value : {}).sort();
      return Object.fromEntries(fields.map((name) => [name, this.writeField([...place, name])]));
    }
    if (["allOf", "anyOf", "oneOf", "prefixItems"].includes(key)) {
      return Array.isArray(value) ? value.map((_, i) => this.write([...place, i])) : value;
    }
    return value;
  }

  /** Our pointer for a component of the service's, which is added where we have none. */
  #reference(pointer: string): string {
    const theirs = String(fromPointer(pointer).at(-1));
    const known = this.#names.get(theirs) ?? this.#sameSchema(pointer);
    const ours = known ?? this.#freeName(schemaName(theirs));
    this.#names.set(theirs, ours);
    if (known === undefined) {
      this.added.set(ours, {});
      const { properties, required, ...rest } = this.#rules(fromPointer(pointer));
      this.added.set(ours, {
        description: UNWRITTEN,
        ...rest,
        "x-evidence": ["document"],
        ...(properties !== undefined && { properties }),
        ...(required !== undefined && { required }),
      });
    }
    return toPointer(["components", "schemas", ours]);
  }

  /** A component of ours that says the same, whatever it is called. */
  #sameSchema(pointer: string): string | undefined {
    const { upstream, here } = this.#comparison;
    const components = here.spec.at(["components", "schemas"]);
    return Object.keys(isObject(components) ? components : {}).find((name) =>
      areSameSchemas(upstream.spec, fromPointer(pointer), here.spec, ["components", "schemas", name]),
    );
  }

  #freeName(wanted: string): string {
    const taken = (name: string) =>
      this.#comparison.here.spec.at(["components", "schemas", name]) !== undefined || this.added.has(name);
    let name = wanted;
    for (let i = 2; taken(name); i += 1) name = `${wanted}${i}`;
    return name;
  }
}

const COMBINATIONS = ["allOf", "anyOf", "oneOf"];
const ORDER = [
  "description",
  "type",
  "format",
  "enum",
  "pattern",
  "minimum",
  "maximum",
  "default",
  "items",
  "properties",
  "required",
];

function rank(key: string): number {
  const place = ORDER.indexOf(key);
  return place < 0 ? ORDER.indexOf("items") - 0.5 : place;
}

/** A plain reference, `allOf: [$ref]`, `anyOf: [$ref, null]`, and OpenAPI 3.0's `nullable` beside any of them. */
function referenceIn(schema: JsonObject): { readonly $ref: string; readonly orNull: boolean } | undefined {
  if (typeof schema.$ref === "string") return { $ref: schema.$ref, orNull: false };
  for (const keyword of COMBINATIONS) {
    const parts = Array.isArray(schema[keyword]) ? schema[keyword].filter(isObject) : [];
    const [only, ...others] = parts.filter((part) => part.type !== "null");
    if (typeof only?.$ref === "string" && others.length === 0) {
      return { $ref: only.$ref, orNull: parts.length > 1 || schema.nullable === true };
    }
  }
  return undefined;
}

/** Where a keyword stands that the normal form has lifted out of a combination. */
function placeOf(key: string, schema: unknown, path: Path): Path {
  if (!isObject(schema) || key in schema) return [...path, key];
  for (const keyword of COMBINATIONS) {
    const parts = schema[keyword];
    const index = Array.isArray(parts) ? parts.findIndex((part) => isObject(part) && key in part) : -1;
    if (index >= 0) return [...path, keyword, index, key];
  }
  return [...path, key];
}
