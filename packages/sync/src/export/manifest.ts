import type { RunFile } from "../writers/ticket-writer.ts";
import type { DriftSummary } from "./drift-count.ts";

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
  readonly tool: { readonly name: string; readonly version: string };
  readonly spec: { readonly version: string; readonly hash: string };
  /** Rows of each table. */
  readonly counts: { readonly tickets: number };
  readonly drift: DriftSummary;
  readonly files: readonly RunFile[];
  /** The run that was the latest before this one. */
  readonly previousRun: string | null;
}
