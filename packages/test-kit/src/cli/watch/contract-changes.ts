import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, watch } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** The generator writes its files one after another. */
const QUIET_MS = 100;

/**
 * Tells when files below a folder hold something else than before. What happens from the call on is
 * noticed; changes in a burst, or while nobody asks, come as one. Ends with the signal.
 *
 * @throws Error from the system when the folder cannot be watched
 */
export function contractChanges(folder: string, signal: AbortSignal): AsyncGenerator<void> {
  let known = fingerprint(folder);
  let isTouched = false;
  const watcher = watch(folder, { recursive: true, signal });
  watcher.on("change", () => {
    isTouched = true;
  });
  return (async function* () {
    try {
      while (!signal.aborted) {
        while (!isTouched) await once(watcher, "change", { signal });
        while (isTouched) {
          isTouched = false;
          await wait(QUIET_MS, undefined, { signal });
        }
        const current = fingerprint(folder);
        if (current === known) continue;
        known = current;
        yield;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  })();
}

/** The same for the same contents: a file that was written again as it was is no change. */
function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (/\.(?:js|json|ts)$/.test(name) && !path.basename(name).startsWith("."))
      hash.update(name).update(contents(path.join(folder, name)));
  }
  return hash.digest("hex");
}

/** Nothing for a file that has just been taken away. */
function contents(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.of();
  }
}
