import { pythonFloat, pythonInteger } from "./python-number.ts";

/** Why a text is not JSON, in the words of Python's `json` (3.11), and at which character. */
export class JsonSyntaxError extends Error {
  /** From 0, counted in code points, as Python counts. */
  readonly position: number;

  constructor(message: string, text: string, at: number) {
    super(message);
    this.position = [...text.slice(0, at)].length;
  }
}

/** A text that Python's `json` gives up on for another reason than its syntax. */
export class UnreadableJson extends Error {}

/**
 * Reads JSON as Python's `json` (3.11) does, which the service parses with: `NaN` and `Infinity` are
 * numbers, integers may be of any length up to 4300 digits, `1.0` is no integer, and messages and
 * positions differ from JavaScript's; `test/fastapi` holds what Python said.
 *
 * @throws {JsonSyntaxError}
 * @throws {UnreadableJson} for too many digits, or arrays and objects too deep in one another
 */
export function parsePythonJson(text: string): unknown {
  return new Reader(text).readAll();
}

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): unknown {
    this.#skipSpace();
    const value = this.#readValue();
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail("Extra data");
    return value;
  }

  #readValue(): unknown {
    switch (this.#text[this.#at]) {
      case '"':
        return this.#readString();
      case "{":
        return this.#nested(() => this.#readObject());
      case "[":
        return this.#nested(() => this.#readArray());
      default:
        return this.#readLiteral();
    }
  }

  #nested<Value>(read: () => Value): Value {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new UnreadableJson("too many arrays and objects in one another");
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #readObject(): unknown {
    const entries = new Map<string, unknown>();
    this.#step();
    if (this.#take("}")) return {};
    while (true) {
      if (this.#text[this.#at] !== '"') this.#fail("Expecting property name enclosed in double quotes");
      const key = this.#readString();
      this.#skipSpace();
      if (!this.#take(":")) this.#fail("Expecting ':' delimiter");
      this.#skipSpace();
      // Of two values with the same key the last one counts, as in JavaScript.
      entries.set(key, this.#readValue());
      this.#skipSpace();
      if (this.#take("}")) return Object.fromEntries(entries);
      if (this.#text[this.#at] !== ",") this.#fail("Expecting ',' delimiter");
      this.#step();
    }
  }

  #readArray(): unknown[] {
    const items: unknown[] = [];
    this.#step();
    if (this.#take("]")) return items;
    while (true) {
      items.push(this.#readValue());
      this.#skipSpace();
      if (this.#take("]")) return items;
      if (this.#text[this.#at] !== ",") this.#fail("Expecting ',' delimiter");
      this.#step();
    }
  }

  #readString(): string {
    const start = this.#at;
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at] ?? "";
      if (character === '"') {
        this.#at += 1;
        return String(JSON.parse(this.#text.slice(start, this.#at)));
      }
      if (character < " ") this.#fail("Invalid control character at");
      if (character === "\\") this.#skipEscape(start);
    }
    return this.#fail("Unterminated string starting at", start);
  }

  /** Moves to the escape's last character. */
  #skipEscape(start: number): void {
    this.#at += 1;
    const escaped = this.#text[this.#at];
    if (escaped === undefined) this.#fail("Unterminated string starting at", start);
    if (escaped === "u") {
      if (!/^[0-9a-f]{4}$/i.test(this.#text.slice(this.#at + 1, this.#at + 5))) this.#fail("Invalid \\uXXXX escape");
      this.#at += 4;
    } else if (!'"\\/bfnrt'.includes(escaped)) {
      this.#fail("Invalid \\escape", this.#at - 1);
    }
  }

  #readLiteral(): unknown {
    const pattern = /(null|true|false|NaN|-?Infinity)|(-?(?:0|[1-9]\d*))((?:\.\d+)?(?:[eE][-+]?\d+)?)/y;
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return this.#fail("Expecting value");
    this.#at = pattern.lastIndex;
    const [literal, word, integer = "", fraction] = match;
    if (word !== undefined) return word in WORDS ? WORDS[word] : pythonFloat(Number(word));
    if (fraction !== "") return pythonFloat(Number(literal));
    if (integer.replace("-", "").length > MOST_DIGITS) throw new UnreadableJson("an integer with too many digits");
    return pythonInteger(integer);
  }

  /** Leaves the current character and the space behind it. */
  #step(): void {
    this.#at += 1;
    this.#skipSpace();
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    while (" \t\n\r".includes(this.#text[this.#at] ?? "x")) this.#at += 1;
  }

  #fail(message: string, at = this.#at): never {
    throw new JsonSyntaxError(message, this.#text, at);
  }
}

const WORDS: Readonly<Record<string, unknown>> = { null: null, true: true, false: false };

/** Python's limit on turning digits into an integer. */
export const MOST_DIGITS = 4300;

/** How deep Python's scanner goes from within the service, roughly: its stack is 1000 calls high. */
export const DEEPEST = 960;
