import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { DurableFile } from "./durable-file.ts";
import { OutputError } from "./output-error.ts";

const PARTIAL = ".partial";

/** A run that is being written. Nobody reads it before it is published under its own name. */
export class PartialRun {
  readonly id: string;
  readonly folder: string;
  readonly #files: DurableFile[] = [];

  private constructor(id: string, folder: string) {
    this.id = id;
    this.folder = folder;
  }

  /**
   * Starts a run in `runs`, and removes what runs that died have left there.
   * The caller holds the lock, so no other run is being written.
   *
   * @param runs the folder that holds the runs
   * @throws OutputError
   */
  static async create(runs: string, startedAt: Date): Promise<PartialRun> {
    try {
      const present = await readdir(runs);
      const dead = present.filter((name) => name.endsWith(PARTIAL));
      await Promise.all(dead.map((name) => rm(path.join(runs, name), { recursive: true })));
      const id = freeId(startedAt, new Set(present));
      const folder = path.join(runs, id + PARTIAL);
      await mkdir(folder);
      return new PartialRun(id, folder);
    } catch (cause) {
      throw new OutputError(runs, cause);
    }
  }

  /** @throws OutputError */
  async createFile(name: string): Promise<DurableFile> {
    const file = await DurableFile.create(path.join(this.folder, name));
    this.#files.push(file);
    return file;
  }

  /** Hands what the files have gathered to the system. @throws OutputError */
  async drain(): Promise<void> {
    for (const file of this.#files) await file.drain();
  }

  /** Removes the run: it has failed. */
  async discard(): Promise<void> {
    await Promise.all(this.#files.map((file) => file.abandon()));
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** `2026-11-23T02-00-00Z`, and a number behind it where two runs start within one second. */
function freeId(startedAt: Date, taken: ReadonlySet<string>): string {
  const second = `${startedAt.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? second : `${second}-${n}`;
    if (!taken.has(id)) return id;
  }
}
