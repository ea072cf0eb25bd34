import type { Disturbance } from "../faults/disturbance.ts";
import { until } from "./until.ts";

/** The connection is to end here, within the body. */
export class BrokenOff extends Error {
  override readonly name = "BrokenOff";

  constructor() {
    super("The mock broke the connection off, as a fault wanted it.");
  }
}

/**
 * A body's bytes as they are to reach the client: in time, and as far as they come.
 *
 * @param gone aborted when the client has left: nobody waits for the rest
 * @throws BrokenOff where the connection is to end
 */
export async function* disturbedBody(
  body: string | Iterable<string>,
  { breaksAfterBytes, stallsAfterBytes, pace }: Disturbance,
  gone: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const end = breaksAfterBytes === undefined ? stallsAfterBytes : breakOf(body, breaksAfterBytes);
  let sent = 0;
  for (const chunk of chunks(body, pace?.bytes)) {
    if (pace) await until(pace.everyMs, gone);
    if (gone.aborted) return;
    const left = end === undefined ? chunk : chunk.subarray(0, end - sent);
    sent += left.length;
    if (left.length > 0) yield left;
    if (left.length < chunk.length) break;
  }
  if (breaksAfterBytes !== undefined) throw new BrokenOff();
  if (stallsAfterBytes !== undefined) await until(Number.POSITIVE_INFINITY, gone);
}

/** Always short of the whole body, as far as its length is known: of a list that is still to be computed it is not. */
function breakOf(body: string | Iterable<string>, afterBytes: number | "middle"): number {
  if (typeof body !== "string") return afterBytes === "middle" ? WITHIN_A_LIST : afterBytes;
  const length = new TextEncoder().encode(body).length;
  return afterBytes === "middle" ? length >> 1 : Math.min(afterBytes, length - 1);
}

const WITHIN_A_LIST = 1000;

function* chunks(body: string | Iterable<string>, size = Number.POSITIVE_INFINITY): Generator<Uint8Array> {
  for (const piece of typeof body === "string" ? [body] : body) {
    const bytes = new TextEncoder().encode(piece);
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
}
