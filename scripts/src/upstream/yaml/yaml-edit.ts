import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type Path, toPointer } from "../../spec/json-pointer.ts";
import { type TextChange, textChange } from "./text-change.ts";
import { entryEnd, entryStart, indentation } from "./text-lines.ts";
import { valueBehindKey, yamlInline, yamlLines } from "./yaml-style.ts";

/**
 * A YAML text that is changed at single places: every byte outside of a change stays as it is,
 * comments, order and quotes included.
 */
export class YamlEdit {
  #text: string;
  #parsed: Document | undefined;
  readonly #changes: TextChange[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** What was changed, in the order in which it was. */
  get changes(): readonly TextChange[] {
    return this.#changes;
  }

  has(path: Path): boolean {
    return this.#document.hasIn(path);
  }

  /** The value at a path, or undefined. */
  value(path: Path): unknown {
    return this.#node(path)?.toJS(this.#document);
  }

  /** The entries of a list, or undefined where none stands. */
  items(path: Path): unknown[] | undefined {
    const value = this.value(path);
    return Array.isArray(value) ? value : undefined;
  }

  /** The keys of a mapping in their order, or none where no mapping stands. */
  keys(path: Path): string[] {
    const node = this.#node(path);
    return isMap(node) ? node.items.map(keyOf) : [];
  }

  /** Gives a mapping a key, behind another one or as the first. The mapping is made where it is missing. */
  insert(path: Path, key: string, value: unknown, after: string | undefined): void {
    const map = this.#node(path);
    if (isMap(map)) {
      const index = map.items.findIndex((pair) => keyOf(pair) === after) + 1;
      if (isBlock(map)) this.#insertLines(map.items.map(this.#rangeOfPair), index, yamlLines({ [key]: value }));
      else this.#rewrite(map, withEntry(map.toJSON(), index, key, value));
    } else if (path.length > 0) {
      const holder = path.slice(0, -1);
      if (map !== undefined) this.remove(path);
      this.insert(holder, String(path.at(-1)), { [key]: value }, this.keys(holder).at(-1));
    }
  }

  /** Gives a list an entry at an index. */
  insertItem(path: Path, index: number, value: unknown): void {
    const list = this.#list(path);
    if (isBlock(list)) this.#insertLines(list.items.map(this.#rangeOfItem), index, yamlLines([value]));
    else this.#rewrite(list, list.toJSON().toSpliced(index, 0, value));
  }

  /** Gives a key another value. A comment behind a value on one line stays. */
  replace(path: Path, value: unknown): void {
    const pair = this.#pair(path);
    const from = this.#text.indexOf(":", endOf(pair.key)) + 1;
    const isOnOneLine = !this.#text.slice(from, endOf(pair.value)).includes("\n");
    const to = isOnOneLine ? Math.max(from, endOf(pair.value)) : this.#rangeOfPair(pair).end;
    const [first = "", ...more] = valueBehindKey(keyOf(pair), value);
    const indent = " ".repeat(indentation(this.#text, startOf(pair.key)));
    this.#change(from, to, [first, ...more.map((line) => indent + line)].join("\n"));
  }

  /** Takes a key or an entry away, with the comment above it; and what it leaves empty. */
  remove(path: Path): void {
    const holderPath = path.slice(0, -1);
    const holder = this.#node(holderPath);
    if (!isMap(holder) && !isSeq(holder)) throw new Error(`nothing stands at ${toPointer(path)}`);
    if (holder.items.length === 1 && holderPath.length > 0) this.remove(holderPath);
    else if (isMap(holder)) {
      if (isBlock(holder)) this.#removeLines(this.#rangeOfPair(this.#pair(path)), this.#pair(path) === holder.items[0]);
      else this.#rewrite(holder, without(holder.toJSON(), String(path.at(-1))));
    } else {
      const index = Number(path.at(-1));
      if (isBlock(holder)) this.#removeLines(this.#rangeOfItem(holder.items[index]), index === 0);
      else this.#rewrite(holder, holder.toJSON().toSpliced(index, 1));
    }
  }

  /** Puts lines between the entries of a block, with a blank line where the entries have one. */
  #insertLines(entries: readonly Range[], index: number, lines: readonly string[]): void {
    const [first, second] = entries;
    if (!first) return;
    const indent = " ".repeat(indentation(this.#text, first.start));
    const isSpaced = second !== undefined && this.#text.slice(first.end, entryStart(this.#text, second.start)) !== "\n";
    const block = lines.map((line) => (line === "" ? line : indent + line)).join("\n");
    const gap = isSpaced ? "\n\n" : "\n";
    const previous = entries[index - 1];
    if (previous) this.#change(previous.end, previous.end, gap + block);
    else this.#change(entryStart(this.#text, first.start), entryStart(this.#text, first.start), block + gap);
  }

  #removeLines({ start, end }: Range, isFirst: boolean): void {
    const from = entryStart(this.#text, start);
    const to = Math.min(end + 1, this.#text.length);
    // Of the blank lines above and below, one stays.
    const isBelowBlank = this.#text.slice(0, from).endsWith("\n\n");
    if ((isBelowBlank || isFirst) && this.#text[to] === "\n") this.#change(from, to + 1, "");
    else if (isBelowBlank && to === this.#text.length) this.#change(from - 1, to, "");
    else this.#change(from, to, "");
  }

  #rewrite(node: Node, value: unknown): void {
    this.#change(startOf(node), endOf(node), yamlInline(value));
  }

  #change(from: number, to: number, inserted: string): void {
    this.#changes.push(textChange(this.#text, from, to, inserted));
    this.#text = this.#text.slice(0, from) + inserted + this.#text.slice(to);
    this.#parsed = undefined;
  }

  get #document(): Document {
    this.#parsed ??= parseDocument(this.#text);
    return this.#parsed;
  }

  #node(path: Path): Node | undefined {
    const node = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined;
  }

  #list(path: Path): YAMLSeq {
    const node = this.#node(path);
    if (!isSeq(node)) throw new Error(`no list stands at ${toPointer(path)}`);
    return node;
  }

  #pair(path: Path): Pair {
    const holder = this.#node(path.slice(0, -1));
    const pair = isMap(holder) ? holder.items.find((item) => keyOf(item) === String(path.at(-1))) : undefined;
    if (!pair) throw new Error(`nothing stands at ${toPointer(path)}`);
    return pair;
  }

  #rangeOfPair = (pair: Pair): Range => {
    const start = startOf(pair.key);
    const contentEnd = Math.max(endOf(pair.key), endOf(pair.value));
    return { start, end: entryEnd(this.#text, contentEnd, indentation(this.#text, start)) };
  };

  #rangeOfItem = (item: unknown): Range => {
    const start = startOf(item);
    return { start, end: entryEnd(this.#text, endOf(item), indentation(this.#text, start)) };
  };
}

/** From the first character of an entry's key or value to the end of its last line. */
interface Range {
  readonly start: number;
  readonly end: number;
}

function isBlock(node: YAMLMap | YAMLSeq): boolean {
  return !node.flow && node.items.length > 0;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

function startOf(node: unknown): number {
  return isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? 0) : 0;
}

function endOf(node: unknown): number {
  return isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[1] ?? 0) : 0;
}

function withEntry(map: object, index: number, key: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).toSpliced(index, 0, [key, value]));
}

function without(map: object, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([each]) => each !== key));
}
