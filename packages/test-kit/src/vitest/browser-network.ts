import { setupWorker } from "msw/browser";
import { handlers } from "../msw.ts";
import { watchNetwork } from "../network/watch-network.ts";
import { SESSION_HEADER } from "../world/world-sessions.ts";
import { RunningTests } from "./running-tests.ts";
import type { TestNetwork } from "./test-network.ts";

/** msw's worker for this page. Whose a request is follows from its session, when several tests run at once. */
export function browserNetwork(): TestNetwork {
  const running = new RunningTests();
  const owned = new WeakSet<object>();
  const worker = setupWorker();
  const onUnhandledFrame = watchNetwork(worker, {
    isWorlds: (handler) => owned.has(handler),
    ownerOf: ({ headers }) => running.sessionOf(headers.get(SESSION_HEADER)),
    tellsLate: true,
  });
  // Started once for all tests of the page: registering a worker takes longer than most tests.
  let started: Promise<unknown> | undefined;

  return {
    running,
    async run(session, runTest) {
      started ??= worker.start({ quiet: true, onUnhandledFrame });
      await started;
      const own = handlers(running, { baseUrl: session.traffic.baseUrl });
      for (const handler of own) owned.add(handler);
      worker.use(...own);
      running.begin(session);
      try {
        await runTest();
      } finally {
        running.finish(session);
        if (running.count === 0) worker.resetHandlers();
      }
    },
    use(...handlers) {
      if (running.count > 1) {
        throw new Error(
          "In a browser, msw handlers would answer every test that runs at the same time: use world.override instead.",
        );
      }
      worker.use(...handlers);
    },
  };
}
