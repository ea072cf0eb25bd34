/**
 * What is wrong with a text that should be a UUID, in the words of Rust's `uuid` crate, which
 * pydantic parses with. undefined when nothing is.
 */
export function uuidError(text: string): string | undefined {
  const body = text.replace(/^\{(.*)\}$/s, "$1").replace(/^urn:uuid:/i, "");
  const stray = [...body].findIndex((character) => !/[0-9a-f-]/i.test(character));
  if (stray !== -1) return `invalid character: found \`${[...body][stray]}\` at ${stray + 1}`;
  const groups = body.split("-");
  if (groups.length === 1) {
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

/** A UUID as it is written out, whichever of its notations it came in. */
export function canonicalUuid(text: string): string {
  const digits = text.replaceAll(/urn:uuid:|[{}-]/gi, "").toLowerCase();
  let start = 0;
  return GROUP_LENGTHS.map((length) => {
    start += length;
    return digits.slice(start - length, start);
  }).join("-");
}

const GROUP_LENGTHS = [8, 4, 4, 4, 12] as const;
