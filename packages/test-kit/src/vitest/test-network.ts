import type { AnyHandler } from "msw";
import type { RunningTests } from "./running-tests.ts";
import type { TestSession } from "./test-session.ts";

/** How the requests of a running test reach its world. */
export interface TestNetwork {
  readonly running: RunningTests;
  /** Runs a test, and answers its requests meanwhile. */
  run(session: TestSession, runTest: () => Promise<void>): Promise<void>;
  /** Puts msw handlers before the world's, until the running test ends. */
  use(...handlers: AnyHandler[]): void;
}
