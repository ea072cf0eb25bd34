import { Mismatch } from "./field-error.ts";

/** Converts to a UUID as it is written out, whichever of its notations it came in. */
export function toUuid(input: unknown, format: "uuid" | "uuid4"): Mismatch | string {
  if (typeof input !== "string") {
    return new Mismatch("uuid_type", "UUID input should be a string, bytes or UUID object");
  }
  if (WRITTEN_OUT.test(input)) return input;
  const error = uuidError(input);
  if (error !== undefined) return new Mismatch("uuid_parsing", `Input should be a valid UUID, ${error}`, { error });
  const uuid = canonicalUuid(input);
  const isVersion4 = /^.{14}4.{4}[89ab]/.test(uuid);
  return format === "uuid" || isVersion4
    ? uuid
    : new Mismatch("uuid_version", "UUID version 4 expected", { expected_version: 4 });
}

/** A version 4 as the service writes it, and so nearly every one that it reads: there is nothing to convert. */
const WRITTEN_OUT = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * What is wrong with a text that should be a UUID, in the words of Rust's `uuid` crate, which
 * pydantic parses with. undefined when nothing is.
 */
function uuidError(text: string): string | undefined {
  const [, braced, urn] = /^(?:\{(.*)\}|urn:uuid:(.*))$/s.exec(text) ?? [];
  const body = braced ?? urn ?? text;
  const stray = [...body].findIndex((character) => !/[0-9a-f-]/i.test(character));
  if (stray !== -1) {
    const before = text.length - body.length - (braced === undefined ? 0 : 1);
    return `invalid character: found \`${[...body][stray]}\` at ${before + stray + 1}`;
  }
  const groups = body.split("-");
  if (groups.length === 1 && body === text) {
    return body.length === 32
      ? undefined
      : `invalid length: expected length 32 for simple format, found ${body.length}`;
  }
  if (groups.length !== 5) return `invalid group count: expected 5, found ${groups.length}`;
  for (const [i, length] of GROUP_LENGTHS.entries()) {
    const found = groups[i]?.length ?? 0;
    if (found !== length) return `invalid group length in group ${i}: expected ${length}, found ${found}`;
  }
  return undefined;
}

function canonicalUuid(text: string): string {
  const digits = text.replaceAll(/urn:uuid:|[{}-]/g, "").toLowerCase();
  let start = 0;
  return GROUP_LENGTHS.map((length) => {
    start += length;
    return digits.slice(start - length, start);
  }).join("-");
}

const GROUP_LENGTHS = [8, 4, 4, 4, 12] as const;
