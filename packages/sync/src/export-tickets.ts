import { spec } from "@sitebay-tickets/contract";
import { createTicketClient, type TicketClientOptions } from "@sitebay-tickets/core";
import { MANIFEST_VERSION, type Manifest, type RunFile } from "./output/manifest.ts";
import { PartialRun } from "./output/partial-run.ts";
import { latestRun, prepareOutput, publish } from "./output/publish.ts";
import { takeRunLock } from "./output/run-lock.ts";
import { requireScope } from "./output/run-scope.ts";
import { DriftCount } from "./tickets/drift-count.ts";
import { readTicket } from "./tickets/received-ticket.ts";
import { parseTeamId } from "./tickets/team-id.ts";
import { type TicketBatch, ticketBatches } from "./tickets/ticket-batches.ts";
import { tool } from "./tool.ts";
import { createWriter } from "./writers/create-writer.ts";
import { DEFAULT_FORMATS, type Format } from "./writers/format.ts";
import type { TicketWriter } from "./writers/ticket-writer.ts";

export interface ExportOptions extends Pick<TicketClientOptions, "auth" | "baseUrl" | "fetch" | "retry" | "timeouts"> {
  /** The output folder; it is made where it is missing. */
  readonly out: string;
  /** The id of a team, to export its tickets alone. Default: all that the credential may see. */
  readonly team?: string;
  /** What to write beside `tickets.ndjson`, which is always written. Default: JSON and CSV. */
  readonly formats?: readonly Format[];
  /** Stops the run: nothing is published, and the reason is thrown. */
  readonly signal?: AbortSignal;
  /** Called after every piece of the transfer. */
  readonly onProgress?: (progress: ExportProgress) => void;
}

export interface ExportProgress {
  readonly tickets: number;
  /** How many there are in all, where the service says so: it does for a team's. */
  readonly total?: number | undefined;
  /** The size of these tickets as they were received. */
  readonly bytes: number;
  readonly elapsedMs: number;
}

export interface ExportResult {
  /** The published run's folder. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Exports all tickets once, or those of one team, all or nothing: when this returns, `latest` in the
 * output folder points at a complete run; when it throws, it points where it did.
 *
 * @example
 * const { folder } = await exportTickets({ auth: bearer(token), out: "tickets", formats: ["csv"] });
 *
 * @throws TicketApiError when the service refuses, fails or answers with something else
 * @throws UnusableElementError when an element of the list is no ticket
 * @throws OutputError when the output cannot be written
 * @throws LockedError when another run is writing to the same folder
 * @throws ScopeError when the folder holds runs of another team's tickets, or of all
 * @throws TypeError when `team` is no team's id
 */
export async function exportTickets(options: ExportOptions): Promise<ExportResult> {
  const startedAt = new Date();
  const team = options.team === undefined ? null : parseTeamId(options.team);
  const timeouts = { ...(team === null && LIST_TIMEOUTS), ...options.timeouts };
  const client = createTicketClient({ ...options, timeouts });
  const runs = await prepareOutput(options.out);
  using _lock = takeRunLock(options.out);
  const previousRun = await latestRun(options.out);
  await requireScope(options.out, previousRun, team);
  const run = await PartialRun.create(runs, startedAt);
  try {
    const written = await writeTickets(ticketBatches(client, team, options.signal), run, options);
    options.signal?.throwIfAborted();
    const manifest: Manifest = {
      manifestVersion: MANIFEST_VERSION,
      run: run.id,
      startedAt: startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
      service: client.baseUrl,
      team,
      tool,
      spec: { version: spec.version, hash: spec.hash },
      ...written,
      previousRun,
    };
    return { folder: await publish(options.out, run, manifest), manifest };
  } catch (error) {
    // What cannot be removed now, the next run removes; this failure is the one to hear of.
    await run.discard().catch(() => undefined);
    throw error;
  }
}

/**
 * The list comes whole, so the service may collect all of it before it sends the first byte: four
 * minutes for that, just below Node's own limit of five, and fifteen with all attempts.
 */
const LIST_TIMEOUTS = { headMs: 240_000, deadlineMs: 900_000 };

/** The tickets, from the service into the files of the run: one pass, one piece of the transfer at a time. */
async function writeTickets(
  batches: AsyncIterable<TicketBatch>,
  run: PartialRun,
  { formats = DEFAULT_FORMATS, onProgress }: ExportOptions,
): Promise<Pick<Manifest, "counts" | "drift" | "files">> {
  const writers: TicketWriter[] = [];
  for (const format of new Set<Format>(["ndjson", ...formats])) {
    writers.push(await createWriter(format, (name) => run.createFile(name)));
  }
  const drift = new DriftCount();
  const started = performance.now();
  let tickets = 0;
  let bytes = 0;

  for await (const { elements, total } of batches) {
    for (const element of elements) {
      const ticket = readTicket(element, tickets);
      drift.add(ticket.departures);
      for (const writer of writers) writer.write(ticket);
      tickets += 1;
      bytes += element.byteLength;
    }
    await run.drain();
    onProgress?.({ tickets, total, bytes, elapsedMs: performance.now() - started });
  }

  const files: RunFile[] = [];
  for (const writer of writers) files.push(...(await writer.finish()));
  return { counts: { tickets }, drift: drift.summary, files };
}
