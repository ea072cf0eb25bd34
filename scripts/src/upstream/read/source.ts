export interface Source {
  /** What messages call it. */
  readonly name: string;
  readonly text: string;
}
