import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { getSystemErrorMessage } from "node:util";
import { fromRoot, specFile } from "../repository.ts";
import { readText } from "../spec/read-text.ts";
import { SpecDocument, SpecError } from "../spec/spec-document.ts";
import { WriteError } from "../write-error.ts";
import { contractFiles } from "./contract-files.ts";
import { type Differences, differences, writeFiles } from "./generated-files.ts";
import { saves } from "./saves.ts";
import { whatChanged } from "./what-changed.ts";

/** How many changes one line names; a large edit is better looked at in the diff. */
const MOST_NAMED = 6;
const MOMENT_MS = 25;

/** Where the watch stands: the text that was looked at last, and the last document that files were made of. */
interface State {
  readonly text: string | undefined;
  readonly spec: SpecDocument | undefined;
}

/**
 * Generates, and generates again whenever the spec is saved. A broken spec changes no file. Ends with
 * the signal.
 *
 * @throws SpecError when the system cannot watch the spec's folder
 */
export async function watchSpec(signal: AbortSignal): Promise<void> {
  const events = savesOfSpec(signal);
  let state = await regenerate({ text: undefined, spec: undefined });
  console.log(`generate: watching ${fromRoot(specFile)}, Ctrl-C ends it`);
  try {
    for await (const _ of events) state = await regenerate(state);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function savesOfSpec(signal: AbortSignal): AsyncGenerator<void> {
  try {
    return saves(specFile, signal);
  } catch (cause) {
    const { errno, message } = cause as NodeJS.ErrnoException;
    const reason = errno === undefined ? message : getSystemErrorMessage(errno);
    throw new SpecError(fromRoot(path.dirname(specFile)), undefined, `cannot watch the folder: ${reason}`);
  }
}

async function regenerate(state: State): Promise<State> {
  const started = performance.now();
  let text: string | undefined;
  try {
    text = readText(specFile, fromRoot(specFile));
    if (text === state.text) return state;
    const spec = SpecDocument.parse(text, fromRoot(specFile));
    const wanted = await contractFiles(spec);
    const found = differences(wanted);
    writeFiles(wanted, found);
    const changes = state.spec ? whatChanged(state.spec, spec) : [];
    console.log(`generate: ${report(changes, found)} · ${((performance.now() - started) / 1000).toFixed(2)} s`);
    return { text, spec };
  } catch (error) {
    if (!(error instanceof SpecError || error instanceof WriteError)) throw error;
    if (error instanceof SpecError && (await isBeingSaved(text))) return regenerate(state);
    console.error(`generate: ${error.message}${error instanceof SpecError ? "\nNothing was written." : ""}`);
    // What the disk refused, or could not be read, is tried again at the next save, even of the same text.
    return { spec: state.spec, text: error instanceof SpecError ? text : undefined };
  }
}

/** Whether the spec is another one a moment later: what was found broken was half a save, and no news. */
async function isBeingSaved(text: string | undefined): Promise<boolean> {
  await wait(MOMENT_MS);
  try {
    return readText(specFile, fromRoot(specFile)) !== text;
  } catch {
    return text !== undefined;
  }
}

function report(changes: readonly string[], { stale, surplus }: Differences): string {
  const named = changes.slice(0, MOST_NAMED);
  if (changes.length > MOST_NAMED) named.push(`${changes.length - MOST_NAMED} more`);
  const files = [...stale, ...surplus];
  const parts = [named.join(", "), files.length > 0 ? `wrote ${files.join(", ")}` : "all files were up to date"];
  return parts.filter((part) => part !== "").join(" · ");
}
