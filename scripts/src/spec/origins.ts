import type { Path } from "./json-pointer.ts";

/** Remembers, for each value of a derived document, where in the original it was written. */
export class Origins {
  readonly #paths = new WeakMap<object, Path>();
  readonly #keys = new WeakMap<object, Map<string, Path>>();

  set<Value extends object>(value: Value, path: Path): Value {
    this.#paths.set(value, path);
    return value;
  }

  /** For what stands below a key, but was written elsewhere than its holder. */
  setKey(holder: object, key: string, path: Path): void {
    const keys = this.#keys.get(holder) ?? new Map<string, Path>();
    this.#keys.set(holder, keys.set(key, path));
  }

  get(value: object): Path | undefined {
    return this.#paths.get(value);
  }

  /** The original's path to what stands at a path of the derived document. */
  of(document: object, path: Path): Path {
    let value: unknown = document;
    let origin: Path = this.#paths.get(document) ?? [];
    for (const step of path) {
      const holder = typeof value === "object" && value !== null ? value : undefined;
      value = holder && (holder as Record<string, unknown>)[step];
      const known = typeof value === "object" && value !== null ? this.#paths.get(value) : undefined;
      origin = known ?? (holder && this.#keys.get(holder)?.get(String(step))) ?? [...origin, step];
    }
    return origin;
  }
}
