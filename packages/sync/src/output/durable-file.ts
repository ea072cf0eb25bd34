import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { OutputError } from "./output-error.ts";

/** How many bytes are gathered before they are handed to the system. */
const BUFFER_BYTES = 256 * 1024;

/** What became of a file: enough to find out later whether it is still the same. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A new file that is hashed while it is written and is on the disk once `finish` has returned. */
export class DurableFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #hash = createHash("sha256");
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #bytes = 0;

  private constructor(file: string, handle: FileHandle) {
    this.#path = file;
    this.#handle = handle;
  }

  /** @throws OutputError when the file cannot be made, or exists */
  static async create(file: string): Promise<DurableFile> {
    const handle = await open(file, "wx").catch((cause: unknown) => {
      throw new OutputError(file, cause);
    });
    return new DurableFile(file, handle);
  }

  /** Appends text (as UTF-8) or bytes. Cheap: nothing reaches the system before `drain` or `finish`. */
  append(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? Buffer.from(data) : data;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.byteLength;
  }

  /** Hands what was appended to the system, once it is worth a call. @throws OutputError */
  async drain(): Promise<void> {
    if (this.#pendingBytes >= BUFFER_BYTES) await this.#write();
  }

  /** Writes the rest, waits until all of it is on the disk, and closes the file. @throws OutputError */
  async finish(): Promise<WrittenFile> {
    await this.#write();
    await this.#handle.sync().catch((cause: unknown) => {
      throw new OutputError(this.#path, cause);
    });
    await this.#handle.close();
    return { name: path.basename(this.#path), bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }

  /** Closes the file as it is, if it is still open: the run has failed and its folder goes away. */
  async abandon(): Promise<void> {
    this.#pending = [];
    await this.#handle.close();
  }

  async #write(): Promise<void> {
    const data = Buffer.concat(this.#pending, this.#pendingBytes);
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#hash.update(data);
    this.#bytes += data.byteLength;
    await this.#handle.appendFile(data).catch((cause: unknown) => {
      throw new OutputError(this.#path, cause);
    });
  }
}
