import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import { readTables } from "./tables-file.ts";

/** Refuses tables that would be overlooked, or whose names are not enough to tell their columns apart. @throws SpecError */
export function checkTables(spec: SpecDocument): void {
  const schemas = ["components", "schemas"];
  for (const [name, schema] of Object.entries(spec.object(schemas))) {
    const here = [...schemas, name, "x-export"];
    const table = isObject(schema) ? schema["x-export"] : undefined;
    if (table === undefined) continue;
    if (!isObject(table)) throw spec.error(here, "x-export must be a mapping with a table and a key");
    if (isObject(table.parent) && typeof table.parent.column !== "string")
      throw spec.error([...here, "parent"], "parent needs a column, which holds its table's key here");
  }
  const tables = readTables(spec);
  for (const [i, { name, schema, columns }] of tables.entries()) {
    const here = [...schemas, schema];
    if (tables.findIndex((other) => other.name === name) < i)
      throw spec.error([...here, "x-export", "table"], `another schema becomes the table ${name}`);
    for (const [j, column] of columns.entries()) {
      const first = columns.findIndex((other) => other.name === column.name);
      if (first === j) continue;
      const place =
        columns[first]?.of === "parent" ? ["x-export", "parent", "column"] : ["properties", String(column.path[0])];
      throw spec.error([...here, ...place], `the table ${name} has another column ${column.name}`);
    }
  }
}
