export type { DriftSummary } from "./drift-count.ts";
export { type ExportOptions, type ExportProgress, type ExportResult, exportTickets } from "./export-tickets.ts";
export { FORMATS, type Format } from "./format.ts";
export type { Manifest } from "./manifest.ts";
export { OutputError } from "./output-error.ts";
export { UnusableElementError } from "./received-ticket.ts";
export { LockedError } from "./run-lock.ts";
export { armFormula, defuseFormula } from "./spreadsheet-formula.ts";
export type { RunFile } from "./writers/ticket-writer.ts";
