import { isEscaped, JsonArraySplitter } from "./json-array-splitter.ts";

/**
 * Cuts an array out of a JSON object without parsing it.
 *
 * @param json an object, in JSON that `JSON.parse` has accepted
 * @param name which of the object's members; of two with that name the last one, as `JSON.parse` takes it
 * @returns the array's elements, each as the bytes it was written in
 * @throws JsonArrayError when there is no such member, or it is no array
 */
export function elementsOfMember(json: Uint8Array, name: string): Uint8Array[] {
  let array: Uint8Array = new Uint8Array();
  for (const member of membersOf(json)) if (member.name === name) array = member.value;
  const splitter = new JsonArraySplitter();
  const elements = splitter.push(array);
  splitter.finish();
  return elements;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPENING: ReadonlySet<unknown> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<unknown> = new Set([0x5d, 0x7d]);
const decoder = new TextDecoder();

/** An object's members; each value is the bytes between its name's colon and what ends it. */
function* membersOf(json: Uint8Array): Generator<{ name: unknown; value: Uint8Array }, void, undefined> {
  let depth = 0;
  let text: Uint8Array = new Uint8Array();
  let valueStart: number | undefined;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) {
      const end = endOfString(json, at);
      if (valueStart === undefined) text = json.subarray(at, end);
      at = end - 1;
    } else if (byte === COLON) {
      valueStart ??= at + 1;
    } else if (OPENING.has(byte)) {
      depth += 1;
    } else if (byte === COMMA || CLOSING.has(byte)) {
      if (depth === 1 && valueStart !== undefined) {
        yield { name: JSON.parse(decoder.decode(text)), value: json.subarray(valueStart, at) };
        valueStart = undefined;
      }
      if (byte !== COMMA) depth -= 1;
    }
  }
}

/** @param start where the string's first quote stands */
function endOfString(json: Uint8Array, start: number): number {
  let quote = start;
  do quote = json.indexOf(QUOTE, quote + 1);
  while (isEscaped(json, quote, start));
  return quote + 1;
}
