/** Time and chance: what a test replaces to be quick and repeatable. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something later, unless the returned function is called first. */
  after(ms: number, run: () => void): () => void;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

// Runtimes take a longer time for "at once".
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: Date.now,
  after(ms, run) {
    if (ms > LONGEST_TIMER_MS) return () => undefined;
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};
