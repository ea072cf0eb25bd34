import type { ExportProgress, ExportResult } from "../export-tickets.ts";
import type { Failure } from "./failure.ts";
import { progressLine } from "./progress-line.ts";
import { summaryTable } from "./summary-table.ts";

/** Tells whoever started the command how it goes. */
export interface Reporter {
  progress(progress: ExportProgress): void;
  done(result: ExportResult): void;
  /** @param latest the id of the run that `latest` points at, or null where there is none */
  failed(failure: Failure, latest: string | null): void;
  /** An error that nobody expected. */
  fault(error: unknown): void;
}

/** Where it is told: a terminal or a pipe. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const TERMINAL_INTERVAL_MS = 100;
const PIPE_INTERVAL_MS = 10_000;
const CLEAR_LINE = "\r\x1b[K";

/** @param stream where all of it goes: data has stdout to itself */
export function createReporter(stream: Screen, options: { readonly quiet?: true; readonly json?: true }): Reporter {
  if (options.json) return jsonReporter(stream);
  const people = textReporter(stream);
  return options.quiet ? { ...people, progress: () => undefined, done: () => undefined } : people;
}

function textReporter(stream: Screen): Reporter {
  const clear = stream.isTTY ? CLEAR_LINE : "";
  const showProgress = every(stream.isTTY ? TERMINAL_INTERVAL_MS : PIPE_INTERVAL_MS, (progress) =>
    stream.write(clear + progressLine(progress) + (stream.isTTY ? "" : "\n")),
  );
  return {
    progress: showProgress,
    done: (result) => stream.write(clear + summaryTable(result)),
    failed({ message, hint }, latest) {
      const state = latest === null ? undefined : `latest points at run ${latest}.`;
      stream.write(
        `${clear}sitebay-tickets: ${[message, hint, state].filter((line) => line !== undefined).join("\n")}\n`,
      );
    },
    fault(error) {
      stream.write(`${clear}sitebay-tickets: this should not have happened; please report it.\n${stackOf(error)}\n`);
    },
  };
}

function jsonReporter(stream: Screen): Reporter {
  const write = (event: string, fields: object) => stream.write(`${JSON.stringify({ event, ...fields })}\n`);
  return {
    progress: every(PIPE_INTERVAL_MS, (progress) => write("progress", progress)),
    done: ({ folder, manifest }) => write("done", { folder, manifest }),
    failed: (failure, latest) => write("failed", { ...failure, latest }),
    fault: (error) => write("fault", { stack: stackOf(error) }),
  };
}

/** Lets a call through when the interval has passed since the last one that it let through. */
function every(intervalMs: number, show: (progress: ExportProgress) => void): (progress: ExportProgress) => void {
  let shownAt = 0;
  return (progress) => {
    if (progress.elapsedMs - shownAt < intervalMs) return;
    shownAt = progress.elapsedMs;
    show(progress);
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
