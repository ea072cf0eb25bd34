import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Delivery } from "../exchange/delivery.ts";
import { BrokenOff, disturbedBody } from "../exchange/disturbed-body.ts";
import { until } from "../exchange/until.ts";
import type { Disturbance } from "../faults/disturbance.ts";

/** Sends an answer, or as much of it as is to arrive. */
export async function sendDelivery(
  { status, headers, body, disturbance }: Delivery,
  outgoing: ServerResponse,
): Promise<void> {
  if (disturbance) {
    await sendDisturbed({ status, headers, body }, disturbance, outgoing);
  } else if (typeof body === "string") {
    outgoing.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
  } else {
    outgoing.writeHead(status, headers);
    // Pulls a piece only when the client has taken the one before, and stops when the client is gone.
    await pipeline(Readable.from(body), outgoing);
  }
}

async function sendDisturbed(
  { status, headers, body }: Delivery,
  disturbance: Disturbance,
  outgoing: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  outgoing.once("close", () => left.abort());
  await until(disturbance.headAfterMs ?? 0, left.signal);
  if (disturbance.isDropped || left.signal.aborted) {
    outgoing.destroy();
    return;
  }
  const length = typeof body === "string" ? { "content-length": Buffer.byteLength(body) } : {};
  outgoing.writeHead(status, { ...headers, ...length }).flushHeaders();
  try {
    for await (const chunk of disturbedBody(body, disturbance, left.signal)) {
      // Handed to the network before the next one: what is still in memory is lost when the connection ends.
      await new Promise<void>((resolve) => outgoing.write(chunk, () => resolve()));
    }
    outgoing.end();
  } catch (error) {
    outgoing.destroy();
    if (!(error instanceof BrokenOff)) throw error;
  }
}
