import type { OperationId } from "@sitebay-tickets/contract";
import { formatCount } from "@sitebay-tickets/sync/command/quantity";

/** Where it is shown: a terminal; anything else sees nothing of it. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface Progress {
  /** @param elements how many elements of a list have come */
  read(operation: OperationId, elements: number): void;
  wait(delayMs: number): void;
  clear(): void;
}

const INTERVAL_MS = 100;
const CLEAR_LINE = "\r\x1b[K";

/** One line that says what is being read. */
export function createProgress(screen: Screen): Progress {
  let shownAt = Number.NEGATIVE_INFINITY;
  const write = (text: string) => {
    if (screen.isTTY) screen.write(CLEAR_LINE + text);
  };
  return {
    read(operation, elements) {
      const now = performance.now();
      if (now - shownAt < INTERVAL_MS) return;
      shownAt = now;
      write(`Reading ${operation}${elements === 0 ? "" : `: ${formatCount(elements)} elements`} …`);
    },
    wait: (delayMs) => write(`Trying again in ${Math.ceil(delayMs / 1_000)} s …`),
    clear: () => write(""),
  };
}
