import type { Path } from "../spec/json-pointer.ts";
import { fromPointer } from "../spec/json-pointer.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";
import { inCase, isInCase } from "./letter-case.ts";
import type { Objection } from "./rule.ts";

/** A schema of components that becomes a table. */
interface Table {
  readonly schema: string;
  readonly path: Path;
  readonly value: JsonObject;
  readonly export: JsonObject;
}

const KEYS = ["table", "key", "parent"];

/** Each `x-export` makes a table: named, with a key that every row has, below a table that exists. */
export function* exportTables(spec: SpecDocument): Generator<Objection> {
  const schemas = spec.at(["components", "schemas"]);
  const tables: Table[] = [];
  for (const [schema, value] of Object.entries(isObject(schemas) ? schemas : {})) {
    const path = ["components", "schemas", schema, "x-export"];
    const written = isObject(value) ? value["x-export"] : undefined;
    if (isObject(value) && isObject(written)) tables.push({ schema, path, value, export: written });
    else if (written !== undefined)
      yield { path, message: "x-export is no mapping", fix: "write a mapping with table and key" };
  }
  for (const table of tables) {
    for (const key of Object.keys(table.export).filter((name) => !KEYS.includes(name)))
      yield { path: [...table.path, key], message: `x-export has no ${key}`, fix: `write one of ${KEYS.join(", ")}` };
    yield* judgeTableName(table, tables);
    yield* judgeKey(spec, table);
    if (table.export.parent !== undefined) yield* judgeParent(table, tables);
  }
}

function* judgeTableName({ path, export: { table } }: Table, tables: readonly Table[]): Generator<Objection> {
  const here = [...path, "table"];
  if (typeof table !== "string") yield { path: here, message: "x-export names no table", fix: "add table: its_name" };
  else if (!isInCase(table, "snake_case"))
    yield {
      path: here,
      message: `the table ${table} is not in snake_case`,
      fix: `write ${inCase(table, "snake_case")}`,
    };
  else if (tables.find((other) => other.export.table === table)?.path !== path)
    yield { path: here, message: `another schema becomes the table ${table}`, fix: "choose another name" };
}

function* judgeKey(spec: SpecDocument, { path, value, export: { key } }: Table): Generator<Objection> {
  const here = [...path, "key"];
  const properties = isObject(value.properties) ? value.properties : {};
  if (typeof key !== "string" || !Object.hasOwn(properties, key)) {
    const message = key === undefined ? "x-export names no key" : `the key ${key} is no property of the schema`;
    yield { path: here, message, fix: `write one of ${Object.keys(properties).join(", ")}` };
    return;
  }
  if (!Array.isArray(value.required) || !value.required.includes(key))
    yield { path: here, message: `the key ${key} is not required: a row may lack it`, fix: `add ${key} to required` };
  const property = properties[key];
  const target = isObject(property) && typeof property.$ref === "string" ? spec.at(pathOf(property.$ref)) : property;
  const types = isObject(target) ? [target.type].flat() : [];
  if (types.join() !== "string" && types.join() !== "integer")
    yield {
      path: here,
      message: `the key ${key} has the type ${types.join(", ")}`,
      fix: "choose a property whose type is string or integer and nothing else",
    };
}

function* judgeParent(table: Table, tables: readonly Table[]): Generator<Objection> {
  const here = [...table.path, "parent"];
  const { parent } = table.export;
  const fix = "write a mapping with the parent's table and the column that holds its key here";
  if (!isObject(parent)) {
    yield { path: here, message: "parent is no mapping", fix };
    return;
  }
  const { column } = parent;
  if (typeof column !== "string" || !isInCase(column, "snake_case"))
    yield { path: [...here, "column"], message: "parent names no column in snake_case", fix };
  else if (isObject(table.value.properties) && Object.hasOwn(table.value.properties, column))
    yield {
      path: [...here, "column"],
      message: `${table.schema} has a property ${column} of its own`,
      fix: "choose another name for the column",
    };
  const holder = tables.find((other) => other.export.table === parent.table);
  if (!holder) {
    const known = tables.filter((other) => other !== table).map((other) => other.export.table);
    yield {
      path: [...here, "table"],
      message: "no schema becomes the parent's table",
      fix: `write one of ${known.join(", ")}`,
    };
    return;
  }
  const holds = Object.values(isObject(holder.value.properties) ? holder.value.properties : {}).some(
    (property) =>
      isObject(property) && isObject(property.items) && property.items.$ref === `#/components/schemas/${table.schema}`,
  );
  if (!holds)
    yield {
      path: here,
      message: `${holder.schema} has no array of ${table.schema}`,
      fix: `give ${holder.schema} a property of type array whose items are $ref: "#/components/schemas/${table.schema}"`,
    };
}

function pathOf(reference: string): Path {
  return reference.startsWith("#/") ? fromPointer(reference) : [];
}
