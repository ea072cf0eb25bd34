import type { ServiceResponse } from "../answer/service-messages.ts";
import type { Disturbance } from "../faults/disturbance.ts";
import { encodeBody } from "./encode-body.ts";

/** An answer written out, and how it is to reach the client. */
export interface Delivery {
  readonly status: number;
  /** Names in lower case. There is no `content-length`: that is for the transport to tell. */
  readonly headers: Readonly<Record<string, string>>;
  /** A long list comes in pieces, each computed when it is asked for. */
  readonly body: string | Iterable<string>;
  /** undefined when nothing goes wrong. */
  readonly disturbance?: Disturbance;
}

/** @param headers added to the response's own */
export function deliveryOf(
  response: ServiceResponse,
  headers: Readonly<Record<string, string>>,
  disturbance?: Disturbance,
): Delivery {
  const body = encodeBody(response.body);
  return {
    status: response.status,
    headers: { ...response.headers, ...headers },
    body: disturbance?.isCutShort ? cutShort(body) : body,
    ...(disturbance && { disturbance }),
  };
}

function cutShort(body: string | Iterable<string>): string | Iterable<string> {
  return typeof body === "string" ? body.slice(0, -1) : withoutLastCharacter(body);
}

function* withoutLastCharacter(pieces: Iterable<string>): Generator<string, void, undefined> {
  let held = "";
  for (const piece of pieces) {
    if (held !== "") yield held;
    held = piece;
  }
  yield held.slice(0, -1);
}
