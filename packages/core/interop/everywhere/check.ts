/** @throws when two values differ as JSON */
export function same(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`Expected ${shortened(wanted)}, got ${shortened(got)}`);
}

/** @throws with what was found, when that is not so */
export function isTrue(condition: boolean, found: unknown): void {
  if (!condition) throw new Error(`Found ${shortened(String(found))}`);
}

function shortened(text: string | undefined): string | undefined {
  return text !== undefined && text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
