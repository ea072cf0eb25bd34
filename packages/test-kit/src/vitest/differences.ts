/** A place where a value is not as expected. */
export interface Difference {
  /** Such as `body.subject` or `body.tags[0]`. */
  readonly place: string;
  readonly expected: unknown;
  readonly received: unknown;
}

/**
 * Where a value departs from what is expected of it. Objects may have more fields than are expected,
 * arrays must have as many items.
 *
 * @param equals decides about everything else; it understands `expect.any(…)` and its like
 */
export function differences(
  expected: unknown,
  received: unknown,
  equals: (a: unknown, b: unknown) => boolean,
  place = "",
): Difference[] {
  if (isArray(expected) && isArray(received) && expected.length === received.length) {
    return expected.flatMap((item, i) => differences(item, received[i], equals, `${place}[${i}]`));
  }
  if (isPlainObject(expected) && isPlainObject(received)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, received[key], equals, place === "" ? key : `${place}.${key}`),
    );
  }
  return equals(received, expected) ? [] : [{ place, expected, received }];
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Those of a realm of its own too, such as a browser environment's. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]" && !("asymmetricMatch" in Object(value));
}
