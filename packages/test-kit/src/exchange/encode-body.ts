import type { ResponseBody } from "../answer/service-messages.ts";

/**
 * A body as it goes over the wire: compact JSON, as the service's framework writes it. A list comes
 * in pieces, each computed when it is asked for, so that a long one never stands in memory as a whole.
 */
export function encodeBody(body: ResponseBody): string | Iterable<string> {
  switch (body.kind) {
    case "json":
      return JSON.stringify(body.value);
    case "list":
      return jsonArray(body.items);
    case "text":
      return body.text;
  }
}

/** Pieces of a size that is worth sending; together they are the JSON of the whole array. */
function* jsonArray(items: Iterable<unknown>): Generator<string, void, undefined> {
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
