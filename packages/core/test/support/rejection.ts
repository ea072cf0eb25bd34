/** What a promise is rejected with, as the class that is expected; anything else fails the test. */
export async function rejectionOf<E extends Error>(
  promise: Promise<unknown>,
  expected: abstract new (...args: never[]) => E,
): Promise<E> {
  const error = await promise.then(
    () => new Error("It did not fail."),
    (reason: unknown) => reason,
  );
  if (error instanceof expected) return error;
  throw new Error(`Expected ${expected.name}, got: ${String(error)}`, { cause: error });
}
