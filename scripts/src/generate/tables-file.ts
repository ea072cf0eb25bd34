import type { ColumnKind, ExportColumn, ExportTable } from "@sitebay-tickets/contract";
import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";
import { header, literal } from "./source-text.ts";

/** The tables of tabular exports, from the schemas that carry `x-export`. */
export function readTables(spec: SpecDocument): ExportTable[] {
  const exported = Object.keys(spec.object(["components", "schemas"])).filter((name) => tableOf(spec, name));
  return exported.map((name) => exportTable(spec, name, exported));
}

export function tablesFile(spec: SpecDocument): string {
  const tables = readTables(spec);
  return `${header}import type { ExportTable } from "../export-table.ts";

/** The tables of tabular exports, a table before those whose rows stand inside its own. */
export const tables: Record<${tables.map((table) => JSON.stringify(table.name)).join(" | ")}, ExportTable> = ${literal(
    Object.fromEntries(tables.map((table) => [table.name, table])),
  )};
`;
}

function tableOf(spec: SpecDocument, schema: string): JsonObject | undefined {
  const table = spec.at(["components", "schemas", schema, "x-export"]);
  return isObject(table) ? table : undefined;
}

function exportTable(spec: SpecDocument, schema: string, exported: readonly string[]): ExportTable {
  const here = ["components", "schemas", schema, "x-export"];
  const { table, key, parent } = spec.object(here);
  if (typeof table !== "string" || typeof key !== "string") throw spec.error(here, "x-export needs a table and a key");
  const columns = columnsOf(spec, ["components", "schemas", schema], []);
  if (!columns.some((column) => column.name === key))
    throw spec.error([...here, "key"], `${schema} has no column ${key}`);
  if (parent === undefined) return { name: table, schema, key, columns };

  const parentSchema = isObject(parent)
    ? exported.find((name) => tableOf(spec, name)?.table === parent.table)
    : undefined;
  if (!isObject(parent) || !parentSchema)
    throw spec.error([...here, "parent"], `no schema becomes the table that parent.table names`);
  const parentKey = String(tableOf(spec, parentSchema)?.key);
  const column = columnsOf(spec, ["components", "schemas", parentSchema], []).find(({ name }) => name === parentKey);
  const property = Object.entries(spec.object(["components", "schemas", parentSchema, "properties"])).find(
    ([, value]) => isObject(value) && rowSchema(value) === schema,
  )?.[0];
  if (!column || property === undefined)
    throw spec.error([...here, "parent"], `${parentSchema} has no array of ${schema}`);
  return {
    name: table,
    schema,
    key,
    parent: { table: String(parent.table), property },
    columns: [{ ...column, name: String(parent.column), of: "parent" }, ...columns],
  };
}

/** The schema that an array property holds, when it is a reference. */
function rowSchema(property: JsonObject): string | undefined {
  const reference = isObject(property.items) ? property.items.$ref : undefined;
  return typeof reference === "string" ? fromPointer(reference).at(-1) : undefined;
}

/** An object within a row becomes columns of the row; rows of a table of their own are left out. */
function columnsOf(spec: SpecDocument, schema: Path, above: readonly string[]): ExportColumn[] {
  const required = (spec.at([...schema, "required"]) ?? []) as string[];
  return Object.keys(spec.object([...schema, "properties"])).flatMap((property): ExportColumn[] => {
    const place = [...schema, "properties", property];
    const path = [...above, property];
    const inTable = rowSchema(spec.object(place));
    if (inTable !== undefined && tableOf(spec, inTable)) return [];
    const resolved = spec.resolve(place);
    if (resolved.value.type === "object" && isObject(resolved.value.properties))
      return columnsOf(spec, resolved.path, path);
    const { kind, nullable } = columnType(resolved.value);
    return [{ name: path.join("_"), of: "row", path, kind, nullable: nullable || !required.includes(property) }];
  });
}

function columnType(schema: JsonObject): { kind: ColumnKind; nullable: boolean } {
  const types = [schema.type ?? []].flat();
  const [type, ...others] = types.filter((name) => name !== "null");
  const nullable = types.includes("null");
  if (others.length > 0) return { kind: "json", nullable };
  if (type === "string") return { kind: schema.format === "date-time" ? "date-time" : "string", nullable };
  if (type === "boolean" || type === "integer" || type === "number") return { kind: type, nullable };
  return { kind: "json", nullable };
}
