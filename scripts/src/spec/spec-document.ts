import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Document, isCollection, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import { fromRoot } from "../repository.ts";
import { fromPointer, type Path, toPointer } from "./json-pointer.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** The spec cannot be used; the message names file, line and reason. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  /** `file:line`, as a person would name it. */
  readonly place: string;
  readonly reason: string;

  constructor(name: string, line: number | undefined, reason: string) {
    const place = `${name}${line === undefined ? "" : `:${line}`}`;
    super(`${place}: ${reason}`);
    this.place = place;
    this.reason = reason;
  }
}

/** A parsed YAML or JSON document that still knows on which line each value stands. */
export class SpecDocument {
  /** What messages call it: a file's name from the repository's root, or where else it came from. */
  readonly name: string;
  readonly value: JsonObject;
  readonly #document: Document;
  readonly #lines: LineCounter;

  private constructor(name: string, document: Document, lines: LineCounter) {
    this.name = name;
    this.#document = document;
    this.#lines = lines;
    const value: unknown = document.toJS();
    if (!isObject(value)) throw new SpecError(name, 1, "expected a mapping at the top of the document");
    this.value = value;
  }

  /** @throws SpecError when the file is not readable or not YAML */
  static load(file: string): SpecDocument {
    return SpecDocument.parse(readText(file), fromRoot(file));
  }

  /** @throws SpecError when the text is not YAML */
  static parse(text: string, name: string): SpecDocument {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const [error] = document.errors;
    if (error) throw new SpecError(name, lines.linePos(error.pos[0]).line, (error.message.split("\n")[0] ?? "").trim());
    return new SpecDocument(name, document, lines);
  }

  /** A hash of what the document says: comments and layout do not count. */
  get hash(): string {
    return `sha256:${createHash("sha256").update(JSON.stringify(this.value)).digest("hex")}`;
  }

  /** The line on which the value, or its key where it has one, stands. */
  lineOf(path: Path): number | undefined {
    const holder = path.length > 1 ? this.#document.getIn(path.slice(0, -1), true) : this.#document.contents;
    if (!isCollection(holder)) return undefined;
    const last = path.at(-1);
    const item = holder.items.find((entry, i) =>
      isPair(entry) ? isScalar(entry.key) && entry.key.value === last : i === Number(last),
    );
    const node: unknown = isPair(item) ? item.key : item;
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    return range?.[0] === undefined ? undefined : this.#lines.linePos(range[0]).line;
  }

  error(path: Path, reason: string): SpecError {
    return new SpecError(this.name, this.lineOf(path), `${toPointer(path)}: ${reason}`);
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
      here = fromPointer(value.$ref);
    }
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new SpecError(fromRoot(file), undefined, `cannot read the file (${(cause as NodeJS.ErrnoException).code})`);
  }
}
