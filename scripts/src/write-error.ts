import { getSystemErrorMessage } from "node:util";

/** What was to be written was not, at least not in full; the message names the file and says why. */
export class WriteError extends Error {
  override readonly name = "WriteError";

  /** @param file as a person would name it */
  constructor(file: string, cause: unknown) {
    super(`cannot write ${file}: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "errno" in error && typeof error.errno === "number" ? getSystemErrorMessage(error.errno) : error.message;
}
