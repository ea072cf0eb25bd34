import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { WriteError } from "../write-error.ts";

/**
 * Writes a file so that whoever opens it finds the old text or the new one, never a part. Makes the
 * folder where only that is missing.
 *
 * @throws WriteError where the disk refuses, or where something else than a file stands there; an
 *   old file is left as it was
 */
export function writeAtomically(file: string, text: string): void {
  const folder = path.dirname(file);
  const unfinished = path.join(folder, `.${path.basename(file)}.${process.pid}.partial`);
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    // A rename would put the page in the place of a link or a device, such as /dev/stdout.
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === false)
      throw new Error("something else than a file stands there");
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw new WriteError(file, error);
  }
}
