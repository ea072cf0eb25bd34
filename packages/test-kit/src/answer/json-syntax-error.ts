/** Why a text is not JSON, in the words of Python's `json` (3.11), and at which character. */
interface JsonSyntaxError {
  readonly message: string;
  /** From 0, counted in code points, as Python counts. */
  readonly position: number;
}

/**
 * Finds the fault in a text that `JSON.parse` refused. The service parses with Python's `json`,
 * whose messages and positions differ from JavaScript's; `test/fastapi` holds
 * what Python said.
 */
export function jsonSyntaxError(text: string): JsonSyntaxError {
  const characters = [...text];
  try {
    const end = skipSpace(characters, scanValue(characters, skipSpace(characters, 0)));
    return { message: "Extra data", position: end };
  } catch (error) {
    if (error instanceof Fault) return { message: error.message, position: error.position };
    throw error;
  }
}

class Fault extends Error {
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

type Characters = readonly string[];

/** @returns where the value that starts at `start` ends */
function scanValue(text: Characters, start: number): number {
  const first = text[start];
  if (first === '"') return scanString(text, start);
  if (first === "{") return scanObject(text, start);
  if (first === "[") return scanArray(text, start);
  const rest = text.slice(start, start + LONGEST_LITERAL).join("");
  const literal = /^(?:null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/.exec(rest);
  if (!literal) throw new Fault("Expecting value", start);
  return start + literal[0].length;
}

function scanObject(text: Characters, start: number): number {
  let at = skipSpace(text, start + 1);
  if (text[at] === "}") return at + 1;
  while (true) {
    if (text[at] !== '"') throw new Fault("Expecting property name enclosed in double quotes", at);
    at = skipSpace(text, scanString(text, at));
    if (text[at] !== ":") throw new Fault("Expecting ':' delimiter", at);
    at = skipSpace(text, scanValue(text, skipSpace(text, at + 1)));
    if (text[at] === "}") return at + 1;
    if (text[at] !== ",") throw new Fault("Expecting ',' delimiter", at);
    at = skipSpace(text, at + 1);
  }
}

function scanArray(text: Characters, start: number): number {
  let at = skipSpace(text, start + 1);
  if (text[at] === "]") return at + 1;
  while (true) {
    at = skipSpace(text, scanValue(text, at));
    if (text[at] === "]") return at + 1;
    if (text[at] !== ",") throw new Fault("Expecting ',' delimiter", at);
    at = skipSpace(text, at + 1);
  }
}

function scanString(text: Characters, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === '"') return at + 1;
    if (character < " ") throw new Fault("Invalid control character at", at);
    if (character === "\\") at = scanEscape(text, start, at + 1);
  }
  throw new Fault("Unterminated string starting at", start);
}

/** @returns where the escape's last character stands */
function scanEscape(text: Characters, start: number, at: number): number {
  const escaped = text[at];
  if (escaped === undefined) throw new Fault("Unterminated string starting at", start);
  if (escaped === "u") {
    if (/^[0-9a-f]{4}$/i.test(text.slice(at + 1, at + 5).join(""))) return at + 4;
    throw new Fault("Invalid \\uXXXX escape", at);
  }
  if (!'"\\/bfnrt'.includes(escaped)) throw new Fault("Invalid \\escape", at - 1);
  return at;
}

function skipSpace(text: Characters, start: number): number {
  let at = start;
  while (" \t\n\r".includes(text[at] ?? "x")) at += 1;
  return at;
}

/** No literal of interest is longer; a longer number is cut, and the fault lies elsewhere anyway. */
const LONGEST_LITERAL = 400;
