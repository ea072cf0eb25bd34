import { spec } from "@sitebay-tickets/contract";
import { aroundEach, expect, type SuiteCollector, type TestAPI, TestRunner } from "vitest";
import type { TicketWorld, TicketWorldOptions } from "../world/ticket-world.ts";
import { SESSION_HEADER } from "../world/world-sessions.ts";
import type { TestNetwork } from "./test-network.ts";
import { watchTest } from "./test-report.ts";
import { TestSession } from "./test-session.ts";
import { toHaveReceived } from "./to-have-received.ts";

/** What a test can ask for, and set with `test.override`. */
export interface TicketFixtures {
  /** How each test's world begins. */
  worldOptions: TicketWorldOptions;
  /** Where the service is. Default: its real address. In a browser a path will do. */
  baseUrl: string;
  /** The service of this test alone. */
  world: TicketWorld;
  /** msw, for what the world does not answer: `network.use(…)` puts handlers before the world's, for this test. */
  network: Pick<TestNetwork, "use">;
  /** Like the global one, with a header that says which test it belongs to. */
  fetch: typeof globalThis.fetch;
  /** The value of that header, `x-mock-session`. */
  session: string;
}

/**
 * Vitest's `test`, each with a world of its own that answers its requests. A test fails when it sent a
 * request that no handler takes, or was given an answer that breaks the spec.
 */
export function createTicketTest(network: TestNetwork): TestAPI<TicketFixtures> {
  // Here and not beside its types: bundlers leave out a module that is there for its effects only.
  expect.extend({ toHaveReceived });
  const sessions = new WeakMap<object, TestSession>();
  const sessionOf = (task: object): TestSession => {
    const session = sessions.get(task);
    if (!session)
      throw new Error("A world is there for one test only: ask for it in the test, or in a hook around each.");
    return session;
  };

  const wrapped = new WeakMap<object, unknown>();
  /** Wraps the tests of the suite that is being described, once. */
  const wrapSuite = () => {
    const suite = TestRunner.getCurrentSuite();
    // Where files share a worker the outermost suite is one object for all of them.
    if (wrapped.has(suite) && wrapped.get(suite) === suite.file) return;
    wrapped.set(suite, suite.file);
    aroundEach<TicketFixtures>(async (runTest, { task, worldOptions, baseUrl }) => {
      // A test of plain vitest in the same suite, or one that an outer suite has wrapped already.
      if (worldOptions === undefined || sessions.has(task)) return runTest();
      const session = new TestSession(worldOptions, baseUrl);
      sessions.set(task, session);
      const report = watchTest(session.world);
      try {
        await network.run(session, runTest);
        await session.traffic.assertClean([session.world]);
      } finally {
        task.meta.sitebayTickets = report();
        sessions.delete(task);
      }
    });
  };

  const test = TestRunner.createTaskCollector(function (
    this: ThisParameterType<DefineTest>,
    ...definition: Parameters<DefineTest>
  ) {
    wrapSuite();
    TestRunner.getCurrentSuite().test.fn.apply(this, definition);
  });
  return test.extend<TicketFixtures>({
    worldOptions: {},
    baseUrl: spec.baseUrl,
    world: ({ task }, use) => use(sessionOf(task).world),
    network: { use: network.use },
    session: ({ task }, use) => use(sessionOf(task).id),
    fetch: ({ session }, use) => use(fetchOf(session)),
  });
}

/** `this` holds what stands between `test` and its call, as in `test.concurrent.skip`. */
type DefineTest = SuiteCollector["test"]["fn"];

function fetchOf(session: string): typeof globalThis.fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set(SESSION_HEADER, session);
    return globalThis.fetch(input, { ...init, headers });
  };
}
