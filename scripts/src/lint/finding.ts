/** Something that is wrong with the spec. */
export interface Finding {
  /** From the repository's root. */
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}
