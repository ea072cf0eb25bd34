import type { Clock } from "./clock.ts";
import { untilAborted } from "./until-aborted.ts";

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

/**
 * The same response, with a body that fails in our terms: it ends on abort, does not stall for ever,
 * and says so when it was cut off. The limit only runs while somebody waits for data.
 */
export function guardResponse(response: Response, guard: BodyGuard): Response {
  if (response.body === null) return response;
  return withBody(response, guardBody(response.body, guard));
}

/** The same response with another body. */
export function withBody(response: Response, body: BodyInit): Response {
  const { status, statusText, headers, url } = response;
  const copy = new Response(body, { status, statusText, headers });
  // A constructed response has no address, but readers of `client.raw` may look at it.
  return Object.defineProperty(copy, "url", { value: url });
}

function guardBody(body: ReadableStream<Uint8Array>, guard: BodyGuard): ReadableStream<Uint8Array> {
  const { signal, clock } = guard;
  const reader = body.getReader();
  let received = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const cancelIdle = clock.after(guard.idleMs, guard.onIdle);
        try {
          const { done, value } = await untilAborted(reader.read(), signal);
          if (done) return controller.close();
          received += value.length;
          controller.enqueue(value);
        } catch (error) {
          // A `fetch` that does not listen to the signal would go on transferring.
          reader.cancel().catch(() => undefined);
          controller.error(signal.aborted ? signal.reason : guard.cutOff(received, error));
        } finally {
          cancelIdle();
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead, so that a slow reader slows the service down.
    { highWaterMark: 0 },
  );
}
