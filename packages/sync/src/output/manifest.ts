import type { DriftSummary } from "../tickets/drift-count.ts";
import type { WrittenFile } from "./durable-file.ts";

/** A file of a run together with what stands in it. */
export interface RunFile extends WrittenFile {
  readonly format: string;
  /** Tickets, or the table's rows. */
  readonly rows: number;
  /** The column names of a table. */
  readonly columns?: readonly string[];
}

/** The version of the manifest's own layout. */
export const MANIFEST_VERSION = 1;

/** `manifest.json` of a run: what it holds and where it came from. */
export interface Manifest {
  readonly manifestVersion: typeof MANIFEST_VERSION;
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The base URL that the tickets were read from. */
  readonly service: string;
  /** The team whose tickets these are; null for all that the credential may see. */
  readonly team: string | null;
  readonly tool: { readonly name: string; readonly version: string };
  readonly spec: { readonly version: string; readonly hash: string };
  readonly counts: { readonly tickets: number };
  readonly drift: DriftSummary;
  readonly files: readonly RunFile[];
  /** The run that was the latest before this one. */
  readonly previousRun: string | null;
}
