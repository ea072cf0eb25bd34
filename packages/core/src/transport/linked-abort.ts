/**
 * A controller that is also aborted when a signal is. For a signal that lives as long as the
 * controller is of use: unlike `AbortSignal.any`, which costs more, it stays among its listeners.
 */
export function linkedAbort(signal: AbortSignal): AbortController {
  const controller = new AbortController();
  const follow = () => controller.abort(signal.reason);
  if (signal.aborted) follow();
  else signal.addEventListener("abort", follow, { once: true });
  return controller;
}
