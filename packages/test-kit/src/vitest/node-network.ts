import { AsyncLocalStorage } from "node:async_hooks";
import { setupServer } from "msw/node";
import { handlers } from "../msw.ts";
import { watchNetwork } from "../network/watch-network.ts";
import { SESSION_HEADER } from "../world/world-sessions.ts";
import { RunningTests } from "./running-tests.ts";
import type { TestNetwork } from "./test-network.ts";
import type { TestSession } from "./test-session.ts";

/** msw in this process. Whose a request is follows from where in the program it is sent. */
export function nodeNetwork(): TestNetwork {
  const current = new AsyncLocalStorage<TestSession>();
  const running = new RunningTests(() => current.getStore());
  const owned = new WeakSet<object>();
  const server = setupServer();
  const onUnhandledFrame = watchNetwork(server, {
    isWorlds: (handler) => owned.has(handler),
    ownerOf: ({ headers }) => running.sessionOf(headers.get(SESSION_HEADER)),
    tellsLate: false,
  });

  return {
    running,
    async run(session, runTest) {
      // Listening only while a test runs leaves everybody else's requests alone.
      if (running.count === 0) server.listen({ onUnhandledFrame });
      running.begin(session);
      try {
        await current.run(session, () =>
          server.boundary(() => {
            const own = handlers(running, { baseUrl: session.traffic.baseUrl });
            for (const handler of own) owned.add(handler);
            server.use(...own);
            return runTest();
          })(),
        );
      } finally {
        running.finish(session);
        if (running.count === 0) server.close();
      }
    },
    use: server.use,
  };
}
