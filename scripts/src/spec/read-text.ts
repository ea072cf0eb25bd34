import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { getSystemErrorMessage } from "node:util";
import { SpecError } from "./spec-error.ts";

const NEWLINE = 0x0a;
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder; expected a file",
};

/**
 * Reads a file of UTF-8 text. A byte order mark at its beginning is dropped.
 *
 * @param name what messages call the file
 * @throws SpecError when it cannot be read, or is something else
 */
export function readText(file: string, name: string): string {
  const bytes = readBytes(file, name);
  if (!isUtf8(bytes)) throw new SpecError(name, firstForeignLine(bytes), "this is not UTF-8; save the file as UTF-8");
  return new TextDecoder().decode(bytes);
}

function readBytes(file: string, name: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code = "", errno } = cause as NodeJS.ErrnoException;
    const reason = REASONS[code] ?? (errno === undefined ? String(cause) : getSystemErrorMessage(errno));
    throw new SpecError(name, undefined, `cannot read it: ${reason}`);
  }
}

/** No character of UTF-8 but the newline itself holds the newline's byte, so each line can be judged alone. */
function firstForeignLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
