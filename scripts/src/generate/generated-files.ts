import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fromRoot, generatedFolder } from "../repository.ts";
import { WriteError } from "../write-error.ts";

/** By name, how the generated folder departs from what it should hold. */
export interface Differences {
  /** Files that are missing, or whose text is another. */
  readonly stale: readonly string[];
  /** What nothing generates. */
  readonly surplus: readonly string[];
}

export function differences(wanted: ReadonlyMap<string, string>): Differences {
  const present = existsSync(generatedFolder) ? readdirSync(generatedFolder) : [];
  return {
    stale: [...wanted].flatMap(([name, text]) => (textOf(name) === text ? [] : [name])),
    surplus: present.filter((name) => !wanted.has(name) && !isBeingWritten(name)),
  };
}

/**
 * Brings the folder to what it should hold. Who reads a file meanwhile finds the old text or the new
 * one, never a part; nothing is replaced before all is written.
 *
 * @throws WriteError where the disk refuses
 */
export function writeFiles(wanted: ReadonlyMap<string, string>, { stale, surplus }: Differences): void {
  let current = generatedFolder;
  try {
    mkdirSync(generatedFolder, { recursive: true });
    for (const name of stale) {
      current = inFolder(name);
      writeFileSync(unfinished(name), wanted.get(name) ?? "");
    }
    for (const name of stale) {
      current = inFolder(name);
      renameSync(unfinished(name), current);
    }
    for (const name of surplus) {
      current = inFolder(name);
      rmSync(current, { recursive: true });
    }
  } catch (error) {
    for (const name of stale) rmSync(unfinished(name), { force: true });
    throw new WriteError(fromRoot(current), error);
  }
}

function unfinished(name: string): string {
  return inFolder(`.${name}.${process.pid}.partial`);
}

/** Whether a file is what a process that is still there has not finished. A killed one leaves such a file too. */
function isBeingWritten(name: string): boolean {
  const [, pid] = /^\..*\.(\d+)\.partial$/.exec(name) ?? [];
  try {
    return pid !== undefined && process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function inFolder(name: string): string {
  return path.join(generatedFolder, name);
}

function textOf(name: string): string | undefined {
  try {
    return readFileSync(inFolder(name), "utf8");
  } catch {
    return undefined;
  }
}
