import { joinedBytes } from "../joined-bytes.ts";

/** Why a byte stream is not one JSON array, and where that shows. The message never quotes the content. */
export class JsonArrayError extends Error {
  static {
    JsonArrayError.prototype.name = "JsonArrayError";
  }
  /** The byte, counted from 0, at which the array breaks off or goes wrong. */
  readonly offset: number;
  /** Whether the bytes were right as far as they went, and only the rest is missing. */
  readonly truncated: boolean;

  constructor(problem: string, offset: number, truncated: boolean) {
    super(`${problem} at byte ${offset}`);
    this.offset = offset;
    this.truncated = truncated;
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Where the splitter stands between two bytes. */
type Position =
  | "before-array"
  | "before-first-element"
  | "before-element"
  | "in-scalar"
  | "in-nested"
  | "after-element"
  | "after-array";

/**
 * Finds the elements of one JSON array in a stream of bytes, without waiting for the array's end
 * and without parsing: bytes go in as they arrive, cut anywhere, and each element comes out as the
 * bytes it was written in, without the whitespace around it.
 *
 * It watches what the boundaries depend on: strings, brackets (which must balance) and commas. What
 * stands inside an element is for `JSON.parse` to judge.
 *
 * Memory: an element that lies within one chunk is a view on that chunk, not a copy. So a chunk must
 * not be written to after it was pushed, and stays alive as long as one of its elements does.
 *
 * @example
 * const splitter = new JsonArraySplitter();
 * for await (const chunk of body) for (const element of splitter.push(chunk)) handle(element);
 * splitter.finish();
 */
export class JsonArraySplitter {
  #position: Position = "before-array";
  /** How many bytes stood in the chunks before the current one. */
  #offset = 0;
  /** How much of a byte order mark was seen; it may be cut like everything else. */
  #markBytes = 0;
  /** The beginning of an element that the current chunk continues. */
  #parts: Uint8Array[] = [];
  /** The brackets that close what is open inside the current element, innermost last. */
  #closers: number[] = [];
  #inString = false;
  /** Whether the last byte of the previous chunk escapes the first one of the next. */
  #escaped = false;

  /**
   * Takes the next piece of the stream.
   *
   * @returns the elements that this piece completed, in order
   * @throws JsonArrayError as soon as the bytes cannot be a JSON array; the splitter is spent then,
   *   and the elements before that point in the same piece are not handed out
   */
  push(chunk: Uint8Array): Uint8Array[] {
    const elements: Uint8Array[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.#position === "in-nested" || this.#position === "in-scalar") {
        at = this.#readElement(chunk, at, elements);
      } else {
        at = this.#readBetween(chunk, at);
      }
    }
    this.#offset += chunk.length;
    return elements;
  }

  /**
   * Says that the stream has ended.
   *
   * @throws JsonArrayError when the array has not
   */
  finish(): void {
    if (this.#position === "after-array") return;
    const problem =
      this.#position === "before-array" ? "Nothing came instead of a JSON array" : "The JSON array is cut off";
    throw new JsonArrayError(problem, this.#offset, true);
  }

  /** Reads one byte outside the elements, and returns where to go on. The first byte of an element is left for later. */
  #readBetween(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0;
    if (isWhitespace(byte)) return at + 1;
    switch (this.#position) {
      case "before-array":
        if (this.#continuesMark(byte, at)) this.#markBytes += 1;
        else if (byte === OPEN_ARRAY && this.#markBytes % BYTE_ORDER_MARK.length === 0) {
          this.#position = "before-first-element";
        } else throw this.#unexpected('"["', byte, at);
        return at + 1;
      case "before-first-element":
        if (byte !== CLOSE_ARRAY) return this.#beginElement(byte, at);
        this.#position = "after-array";
        return at + 1;
      case "after-element":
        if (byte === COMMA) this.#position = "before-element";
        else if (byte === CLOSE_ARRAY) this.#position = "after-array";
        else throw this.#unexpected('"," or "]"', byte, at);
        return at + 1;
      case "after-array":
        throw this.#unexpected("nothing after the array", byte, at);
      default:
        return this.#beginElement(byte, at);
    }
  }

  #continuesMark(byte: number, at: number): boolean {
    return byte === BYTE_ORDER_MARK[this.#markBytes] && this.#offset + at === this.#markBytes;
  }

  #beginElement(byte: number, at: number): number {
    const nested = byte === OPEN_OBJECT || byte === OPEN_ARRAY || byte === QUOTE;
    if (!nested && !isScalar(byte)) throw this.#unexpected("an element", byte, at);
    this.#position = nested ? "in-nested" : "in-scalar";
    return at;
  }

  /** Reads to the element's end or the chunk's, whichever comes first, and returns where that is. */
  #readElement(chunk: Uint8Array, start: number, elements: Uint8Array[]): number {
    const end = this.#position === "in-scalar" ? endOfScalar(chunk, start) : this.#endOfNested(chunk, start);
    if (end === undefined) {
      this.#parts.push(chunk.subarray(start));
      return chunk.length;
    }
    elements.push(this.#join(chunk.subarray(start, end)));
    this.#position = "after-element";
    return end;
  }

  /** Where the object, array or string that holds the byte at `start` ends; undefined when beyond the chunk. */
  #endOfNested(chunk: Uint8Array, start: number): number | undefined {
    const closers = this.#closers;
    let at = start;
    while (at < chunk.length) {
      if (this.#inString) {
        const quote = this.#closingQuote(chunk, at);
        if (quote === undefined) return undefined;
        this.#inString = false;
        at = quote + 1;
        if (closers.length === 0) return at;
      }
      for (; at < chunk.length; at += 1) {
        const byte = chunk[at];
        if (byte === QUOTE) {
          this.#inString = true;
          at += 1;
          break;
        }
        if (byte === OPEN_OBJECT) closers.push(CLOSE_OBJECT);
        else if (byte === OPEN_ARRAY) closers.push(CLOSE_ARRAY);
        else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
          if (closers.pop() !== byte) throw this.#unexpected("the bracket that was opened to be closed", byte, at);
          if (closers.length === 0) return at + 1;
        }
      }
    }
    return undefined;
  }

  /** Where the quote that ends the current string stands; undefined when beyond the chunk. */
  #closingQuote(chunk: Uint8Array, start: number): number | undefined {
    let from = this.#escaped ? start + 1 : start;
    for (;;) {
      // Leaping from quote to quote is faster than walking: most of a list is text.
      const quote = chunk.indexOf(QUOTE, from);
      this.#escaped = isEscaped(chunk, quote === -1 ? chunk.length : quote, from);
      if (quote === -1) return undefined;
      if (!this.#escaped) return quote;
      from = quote + 1;
    }
  }

  #join(last: Uint8Array): Uint8Array {
    if (this.#parts.length === 0) return last;
    const parts = [...this.#parts, last];
    this.#parts = [];
    return joinedBytes(parts);
  }

  #unexpected(expected: string, byte: number, at: number): JsonArrayError {
    const found = byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `0x${byte.toString(16)}`;
    return new JsonArrayError(`Expected ${expected} but found ${found}`, this.#offset + at, false);
  }
}

/** Whether an odd number of backslashes stands before a place, looking back no further than `from`. */
export function isEscaped(chunk: Uint8Array, place: number, from: number): boolean {
  let first = place;
  while (first > from && chunk[first - 1] === BACKSLASH) first -= 1;
  return (place - first) % 2 === 1;
}

function isWhitespace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Whether a byte can be part of a number, `true`, `false` or `null`. */
function isScalar(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) || // 0-9
    (byte >= 0x61 && byte <= 0x7a) || // a-z
    byte === 0x2d || // -
    byte === 0x2b || // +
    byte === 0x2e || // .
    byte === 0x45 // E
  );
}

function endOfScalar(chunk: Uint8Array, start: number): number | undefined {
  const length = chunk.subarray(start).findIndex((byte) => !isScalar(byte));
  return length === -1 ? undefined : start + length;
}
