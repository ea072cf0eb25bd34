/** The spec cannot be used; the message names file, line and reason. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  /** `file:line`, as a person would name it. */
  readonly place: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly reason: string;

  constructor(file: string, line: number | undefined, reason: string) {
    const place = `${file}${line === undefined ? "" : `:${line}`}`;
    super(`${place}: ${reason}`);
    this.place = place;
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
