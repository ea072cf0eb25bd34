/** Compact JSON, as the service's framework writes it: no spaces, and no escapes beyond the necessary. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}

/**
 * A JSON array, piece by piece, so that a long list never stands in memory as a whole. The pieces
 * are of a size that is worth sending; together they are what `json([...items])` would be.
 */
export function* jsonArray(items: Iterable<unknown>): Generator<string, void, undefined> {
  let piece = "[";
  let separator = "";
  for (const item of items) {
    piece += separator + JSON.stringify(item);
    separator = ",";
    if (piece.length >= PIECE_LENGTH) {
      yield piece;
      piece = "";
    }
  }
  yield `${piece}]`;
}

const PIECE_LENGTH = 16_384;
