import { createHash } from "node:crypto";
import { type Document, isMap, isScalar, isSeq, type LineCounter } from "yaml";
import { fromRoot } from "../repository.ts";
import { fromPointer, type Path, toPointer } from "./json-pointer.ts";
import { readText } from "./read-text.ts";
import { readYaml } from "./read-yaml.ts";
import { SpecError } from "./spec-error.ts";

export { SpecError };

export type JsonObject = { readonly [key: string]: unknown };

/** A parsed YAML or JSON document that still knows on which line each value stands. */
export class SpecDocument {
  /** What messages call it: a file's name from the repository's root, or where else it came from. */
  readonly name: string;
  readonly value: JsonObject;
  readonly #document: Document | undefined;
  readonly #lines: LineCounter | undefined;

  private constructor(name: string, value: unknown, document?: Document, lines?: LineCounter) {
    this.name = name;
    this.#document = document;
    this.#lines = lines;
    if (!isObject(value)) throw new SpecError(name, 1, "expected a mapping at the top of the document");
    this.value = value;
  }

  /** @throws SpecError when the file is not readable or not YAML */
  static load(file: string): SpecDocument {
    const name = fromRoot(file);
    return SpecDocument.parse(readText(file, name), name);
  }

  /** @throws SpecError when the text is not YAML */
  static parse(text: string, name: string): SpecDocument {
    const { document, lines } = readYaml(text, name);
    return new SpecDocument(name, document.toJS(), document, lines);
  }

  /** A document that was read elsewhere: it knows no lines. @throws SpecError when the value is no mapping */
  static of(value: unknown, name: string): SpecDocument {
    return new SpecDocument(name, value);
  }

  /** A hash of what the document says: comments and layout do not count. */
  get hash(): string {
    return `sha256:${createHash("sha256").update(JSON.stringify(this.value)).digest("hex")}`;
  }

  /** The line on which the value, or its key where it has one, stands. */
  lineOf(path: Path): number | undefined {
    let value: unknown = this.#document?.contents;
    let node: unknown;
    for (const step of path) {
      if (isMap(value)) {
        const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        node = pair?.key;
        value = pair?.value;
      } else {
        node = isSeq(value) ? value.items[Number(step)] : undefined;
        value = node;
      }
    }
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    return range?.[0] === undefined ? undefined : this.#lines?.linePos(range[0]).line;
  }

  /** The line of the value or, where there is none, of the innermost value that should hold it. */
  nearestLineOf(path: Path): number | undefined {
    if (path.length === 0) return this.#document && 1;
    return this.lineOf(path) ?? this.nearestLineOf(path.slice(0, -1));
  }

  error(path: Path, reason: string): SpecError {
    return new SpecError(this.name, this.nearestLineOf(path), `${toPointer(path)}: ${reason}`);
  }

  /** The object at a path. @throws SpecError when there is none */
  object(path: Path): JsonObject {
    const value = this.at(path);
    if (!isObject(value)) throw this.error(path, "expected a mapping here");
    return value;
  }

  /** The value at a path, or undefined. */
  at(path: Path): unknown {
    let value: unknown = this.value;
    for (const step of path) {
      if (Array.isArray(value)) value = value[Number(step)];
      else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
      else return undefined;
    }
    return value;
  }

  /** Follows `$ref`s until something else stands there. Returns the value and where it stands. */
  resolve(path: Path): { readonly path: Path; readonly value: JsonObject } {
    const seen: string[] = [];
    let here = path;
    for (;;) {
      const value = this.object(here);
      if (typeof value.$ref !== "string") return { path: here, value };
      if (seen.includes(value.$ref)) throw this.error(path, `$ref leads in a circle: ${value.$ref}`);
      seen.push(value.$ref);
      if (!value.$ref.startsWith("#/")) throw this.error([...here, "$ref"], `${value.$ref} stands in another document`);
      here = fromPointer(value.$ref);
    }
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
