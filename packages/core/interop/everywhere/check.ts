/** @throws when two values differ as JSON */
export function same(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`Expected ${shortened(wanted)}, got ${shortened(got)}`);
}

/** @throws with what was found, when that is not so */
export function isTrue(condition: boolean, found: unknown): void {
  if (!condition) throw new Error(`Found ${shortened(String(found))}`);
}

/**
 * What a promise is rejected with.
 *
 * @throws when it is anything but an error of this class
 */
export async function rejection<E extends Error>(
  promise: Promise<unknown>,
  expected: abstract new (...args: never[]) => E,
): Promise<E> {
  const error = await promise.then(
    () => new Error("It did not fail."),
    (reason: unknown) => reason,
  );
  if (error instanceof expected) return error;
  throw new Error(`Expected ${expected.name}, got ${error}`, { cause: error });
}

function shortened(text: string | undefined): string | undefined {
  return text !== undefined && text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
