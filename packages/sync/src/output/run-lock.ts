import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { OutputError } from "./output-error.ts";

/** Another run holds the lock of this output folder. */
export class LockedError extends Error {
  override readonly name = "LockedError";

  constructor(out: string, holder: string) {
    super(`Another run is writing to ${out}: ${holder}. Nothing was done; try again when it has ended.`);
  }
}

/** How often the holder's row may be lost to another process that is starting at the same moment. */
const MAX_ATTEMPTS = 10;

/**
 * Takes the lock of an output folder, or leaves at once.
 *
 * It is the write lock of a small SQLite file, so the operating system drops it when its holder
 * dies, and no age has to be guessed. Others can still read the row that says who holds it.
 *
 * @returns the lock, which also ends with the process, however that ends
 * @throws LockedError when another run holds it
 * @throws OutputError when the folder takes no files
 */
export function takeRunLock(out: string): Disposable {
  const file = path.join(out, ".lock");
  const me = `process ${process.pid}, since ${new Date().toISOString()}`;
  const database = openDatabase(file);
  try {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      // The row must be committed to be read by others, and committing ends the lock: so take it twice.
      database.exec("BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (name TEXT NOT NULL); DELETE FROM holder");
      database.prepare("INSERT INTO holder VALUES (?)").run(me);
      database.exec("COMMIT; BEGIN IMMEDIATE");
      if (readHolder(database) === me) return { [Symbol.dispose]: () => database.close() };
      database.exec("ROLLBACK");
    }
    throw new LockedError(out, "other processes that are starting at this moment");
  } catch (cause) {
    const error = isBusy(cause)
      ? new LockedError(out, readHolder(database) ?? "a process that has just started")
      : cause;
    database.close();
    throw error instanceof LockedError ? error : new OutputError(file, error);
  }
}

function openDatabase(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (cause) {
    throw new OutputError(file, cause);
  }
}

function readHolder(database: DatabaseSync): string | undefined {
  const row = database.prepare("SELECT name FROM holder").get();
  return typeof row?.name === "string" ? row.name : undefined;
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}
