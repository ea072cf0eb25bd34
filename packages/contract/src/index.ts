export type { ColumnKind, ExportColumn, ExportTable } from "./export-table.ts";
export {
  type Method,
  type Operation,
  type OperationId,
  type OperationPath,
  operations,
} from "./generated/operations.ts";
export { spec } from "./generated/spec.ts";
export { tables } from "./generated/tables.ts";
export type * from "./generated/types.ts";
export { matchPath, type PathMatch } from "./match-path.ts";
