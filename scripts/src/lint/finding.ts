/** Something that is wrong with the spec. */
export interface Finding {
  /** `file:line`, from the repository's root. */
  readonly place: string;
  readonly rule: string;
  readonly message: string;
}
