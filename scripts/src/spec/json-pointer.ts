/** The keys and indexes that lead from a document's root to one of its values. */
export type Path = readonly (string | number)[];

/** Writes a path as a JSON pointer in URI form: `#/paths/~1support~1ticket/get`. */
export function toPointer(path: Path): string {
  return ["#", ...path.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** Reads a JSON pointer in URI form. Array indexes come back as strings. */
export function fromPointer(pointer: string): string[] {
  if (pointer !== "#" && !pointer.startsWith("#/")) throw new SyntaxError(`not a JSON pointer in URI form: ${pointer}`);
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
