import { JsonArraySplitter } from "@sitebay-tickets/core";

/** A body, as far as it is JSON. */
export type JsonBody =
  /** An array, an element at a time. */
  | { readonly kind: "array"; readonly elements: AsyncGenerator<unknown, void, undefined> }
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "no-json"; readonly empty: boolean };

/** A list that is cut off, or no JSON from some point on. */
export class BrokenListError extends Error {
  override readonly name = "BrokenListError";
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Reads a body to its end and parses it. */
export async function readValue(stream: ReadableStream<Uint8Array> | null): Promise<JsonBody> {
  return parse(await collect(chunksOf(stream)));
}

/**
 * Reads a body that should be an array in flat memory: its elements are parsed one by one while they
 * arrive, and end with a BrokenListError where it breaks off. A body that turns out to be something
 * else is read to its end.
 */
export async function readArray(stream: ReadableStream<Uint8Array> | null): Promise<JsonBody> {
  const chunks = chunksOf(stream);
  const head: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return parse(head);
    head.push(value);
    const first = value.find((byte) => !LEADING.includes(byte));
    if (first === undefined) continue;
    if (first === OPEN_ARRAY) return { kind: "array", elements: elementsOf(head, chunks) };
    return parse([...head, ...(await collect(chunks))]);
  }
}

const OPEN_ARRAY = 0x5b;
/** White space and the bytes of a byte order mark. */
const LEADING = [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf];

async function* elementsOf(head: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array, void, undefined>) {
  const splitter = new JsonArraySplitter();
  const completedBy = (chunk: Uint8Array) =>
    unlessBroken(() => splitter.push(chunk).map((bytes): unknown => JSON.parse(decoder.decode(bytes))));
  for (const chunk of head) yield* completedBy(chunk);
  for await (const chunk of rest) yield* completedBy(chunk);
  unlessBroken(() => splitter.finish());
}

function unlessBroken<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    // No cause: the parser's message would quote the list.
    throw new BrokenListError("The list breaks off.");
  }
}

async function* chunksOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void, undefined> {
  if (stream) yield* stream;
}

async function collect(chunks: AsyncGenerator<Uint8Array, void, undefined>): Promise<Uint8Array[]> {
  const collected: Uint8Array[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  return collected;
}

function parse(chunks: readonly Uint8Array[]): JsonBody {
  const bytes = Buffer.concat(chunks);
  try {
    return { kind: "value", value: JSON.parse(decoder.decode(bytes)) };
  } catch {
    // The parser's message would quote the body.
    return { kind: "no-json", empty: bytes.length === 0 };
  }
}
