import type { Clock } from "./clock.ts";

/**
 * Waits for a promise, but not beyond an abort, whether or not what makes the promise listens to it.
 *
 * @throws the signal's reason, as it is
 */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

/**
 * Waits for a time.
 *
 * @throws the signal's reason when it is aborted meanwhile
 */
export async function sleep(ms: number, signal: AbortSignal, clock: Clock): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = clock.after(ms, resolve);
  try {
    await untilAborted(promise, signal);
  } finally {
    cancel();
  }
}
