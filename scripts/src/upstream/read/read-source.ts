import { readFile } from "node:fs/promises";
import { fetchText } from "./fetch-text.ts";
import { LARGEST, readAtMost } from "./read-at-most.ts";
import type { Source } from "./source.ts";
import { UpstreamError } from "./upstream-error.ts";

/**
 * Reads the service's document from a file, from an address, or from stdin for `-`.
 *
 * @param timeoutMs for an address: until its last byte
 * @throws UpstreamError when there is nothing to read
 */
export async function readSource(where: string, stdin: AsyncIterable<Uint8Array>, timeoutMs: number): Promise<Source> {
  if (where === "-") return { name: "stdin", text: await readAtMost(stdin, "stdin") };
  if (/^https?:\/\//i.test(where)) return fetchText(where, timeoutMs);
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(where)) throw new UpstreamError(where, "only http and https addresses are read");
  try {
    const bytes = await readFile(where);
    if (bytes.length > LARGEST) throw new UpstreamError(where, "is larger than 64 MB: no OpenAPI document");
    return { name: where, text: bytes.toString("utf8") };
  } catch (cause) {
    if (cause instanceof UpstreamError) throw cause;
    const { code = "" } = cause as NodeJS.ErrnoException;
    throw new UpstreamError(where, FILE_ERRORS[code] ?? `cannot be read (${code || String(cause)})`, { cause });
  }
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "is a folder, not a file",
  EACCES: "may not be read (EACCES)",
};
