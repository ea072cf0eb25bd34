export { armFormula, defuseFormula } from "./csv/spreadsheet-formula.ts";
export type { DriftSummary } from "./export/drift-count.ts";
export { type ExportOptions, type ExportProgress, type ExportResult, exportTickets } from "./export/export-tickets.ts";
export { FORMATS, type Format } from "./export/format.ts";
export type { Manifest } from "./export/manifest.ts";
export { UnusableElementError } from "./export/received-ticket.ts";
export { OutputError } from "./output/output-error.ts";
export { LockedError } from "./output/run-lock.ts";
export type { RunFile } from "./writers/ticket-writer.ts";
