import { on } from "node:events";
import { watch } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Some editors empty a file before they fill it, or move it away before they put the new one there. */
const QUIET_MS = 25;

/**
 * Tells that a file may have been saved, whatever way: written in place, or replaced by another file.
 * Saves are noticed from the call on; several in a burst may come as one.
 *
 * @throws Error from the system when the file's folder cannot be watched
 */
export function saves(file: string, signal: AbortSignal): AsyncGenerator<void> {
  // Of a file itself nothing more is heard once another one takes its place.
  const watcher = watch(path.dirname(file));
  const events = on(watcher, "change", { signal });
  async function* ofFile(): AsyncGenerator<void> {
    try {
      for await (const [, name] of events) {
        if (name !== path.basename(file)) continue;
        await wait(QUIET_MS, undefined, { signal });
        yield;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      watcher.close();
    }
  }
  return ofFile();
}
