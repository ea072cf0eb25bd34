export { armFormula, defuseFormula } from "./csv/spreadsheet-formula.ts";
export { type ExportOptions, type ExportProgress, type ExportResult, exportTickets } from "./export-tickets.ts";
export type { Manifest, RunFile } from "./output/manifest.ts";
export { OutputError } from "./output/output-error.ts";
export { LockedError } from "./output/run-lock.ts";
export { ScopeError } from "./output/run-scope.ts";
export type { DriftSummary } from "./tickets/drift-count.ts";
export { UnusableElementError } from "./tickets/received-ticket.ts";
export { FORMATS, type Format } from "./writers/format.ts";
