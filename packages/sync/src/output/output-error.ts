/** The output cannot be written. Nothing was published. */
export class OutputError extends Error {
  override readonly name = "OutputError";

  /** @param file the file or folder that refused */
  constructor(file: string, cause: unknown) {
    super(`Cannot write ${file}: ${reason(cause)}.`, { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EDQUOT: "the disk quota is used up",
  EEXIST: "a file of this name is in the way",
  EIO: "the disk reports an input/output error",
  EMFILE: "this process has too many files open",
  ENAMETOOLONG: "the name is too long",
  ENFILE: "the system has too many files open",
  ENOENT: "the folder does not exist or was removed",
  ENOSPC: "no space left on the device",
  ENOTDIR: "a part of the path is a file, not a folder",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
};

function reason(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return (code !== undefined && REASONS[code]) || message;
}
