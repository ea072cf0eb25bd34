import { type Path, toPointer } from "../spec/json-pointer.ts";

/** What the page has to add to descriptions, gathered place by place. */
export class Notes {
  readonly #places = new Map<string, { readonly path: Path; readonly lines: Set<string> }>();

  /** The same line is said once, however often it is added. */
  add(path: Path, line: string | undefined): void {
    if (line === undefined) return;
    const pointer = toPointer(path);
    const place = this.#places.get(pointer) ?? { path, lines: new Set() };
    this.#places.set(pointer, place);
    place.lines.add(line);
  }

  /** Each place with its text, as Markdown. */
  entries(): (readonly [path: Path, text: string])[] {
    return [...this.#places.values()].map(({ path, lines }) => [path, [...lines].join("\n\n")]);
  }
}
