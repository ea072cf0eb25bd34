import { joinedBytes } from "../joined-bytes.ts";
import type { Clock } from "./clock.ts";

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/** What watches over the reading of a body. */
interface BodyGuard {
  /** Ends the reading, with its reason as the error. */
  readonly signal: AbortSignal;
  readonly idleMs: number;
  readonly clock: Clock;
  /** Called when nothing has come for `idleMs`; it is expected to abort the signal. */
  onIdle(): void;
  /** Makes the error for a body that breaks off. */
  cutOff(receivedBytes: number, cause: unknown): Error;
}

/** The same response with another body. */
export function withBody(response: Response, body: BodyInit): Response {
  const { status, statusText, headers, url } = response;
  const copy = new Response(body, { status, statusText, headers });
  // A constructed response has no address, but readers of `client.raw` may look at it.
  return Object.defineProperty(copy, "url", { value: url });
}

/**
 * The same body, but it fails in our terms: it ends on abort, does not stall for ever, and says so
 * when it was cut off. The limit only runs while somebody waits for data.
 */
export function guardBody(body: Body, guard: BodyGuard): Body {
  const reader = guardedReader(body, guard);
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const piece = await reader.next();
          if (piece) controller.enqueue(piece);
          else controller.close();
        } catch (error) {
          controller.error(error);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead, so that a slow reader slows the service down.
    { highWaterMark: 0 },
  );
}

/**
 * Reads a body to its end, watched over in the same way.
 *
 * @throws the signal's reason, or what the guard makes of a body that breaks off
 */
export async function readWhole(body: Body, guard: BodyGuard): Promise<Uint8Array<ArrayBuffer>> {
  const reader = guardedReader(body, guard);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let piece = await reader.next(); piece; piece = await reader.next()) pieces.push(piece);
  return joinedBytes(pieces);
}

/** A body that is here already, without the copy that a Response makes of bytes; who has them seldom reads it. */
export function streamOf(bytes: Uint8Array<ArrayBuffer>): Body {
  return new ReadableStream(
    {
      pull(controller) {
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

interface GuardedReader {
  /** The next piece; undefined at the end. */
  next(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  cancel(reason: unknown): Promise<void>;
}

function guardedReader(body: Body, guard: BodyGuard): GuardedReader {
  const { signal, clock } = guard;
  const reader = body.getReader();
  const stop = () => reader.cancel().catch(() => undefined);
  // A `fetch` that does not listen to the signal would go on transferring; and what waits is told the end.
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  let received = 0;
  return {
    async next() {
      const cancelIdle = clock.after(guard.idleMs, guard.onIdle);
      try {
        const { value } = await reader.read();
        signal.throwIfAborted();
        received += value?.length ?? 0;
        return value;
      } catch (error) {
        stop();
        throw signal.aborted ? signal.reason : guard.cutOff(received, error);
      } finally {
        cancelIdle();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  };
}
