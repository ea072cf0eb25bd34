import { once } from "node:events";
import { watch } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A save is often more than one step: emptied and filled, or moved away and replaced. */
const QUIET_MS = 25;

/**
 * Tells that a file may have been saved, whatever way: written in place, or replaced by another file.
 * Saves are noticed from the call on; several in a burst, or while nobody asks, come as one.
 *
 * @throws Error from the system when the file's folder cannot be watched
 */
export function saves(file: string, signal: AbortSignal): AsyncGenerator<void> {
  let isSaved = false;
  // Of a file itself nothing more is heard once another one takes its place.
  const watcher = watch(path.dirname(file), { signal });
  watcher.on("change", (_, name) => {
    if (name === path.basename(file)) isSaved = true;
  });
  return (async function* () {
    while (!signal.aborted) {
      while (!isSaved) await once(watcher, "change", { signal });
      while (isSaved) {
        isSaved = false;
        await wait(QUIET_MS, undefined, { signal });
      }
      yield;
    }
  })();
}
