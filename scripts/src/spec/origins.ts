import type { Path } from "./json-pointer.ts";

/** Remembers, for each value of a derived document, where in the original it was written. */
export class Origins {
  readonly #paths = new WeakMap<object, Path>();

  set<Value extends object>(value: Value, path: Path): Value {
    this.#paths.set(value, path);
    return value;
  }

  get(value: object): Path | undefined {
    return this.#paths.get(value);
  }

  /** The original's path to what stands at a path of the derived document. */
  of(document: object, path: Path): Path {
    let value: unknown = document;
    let origin: Path = [];
    for (const step of path) {
      value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined;
      const known = typeof value === "object" && value !== null ? this.#paths.get(value) : undefined;
      origin = known ?? [...origin, step];
    }
    return origin;
  }
}
