import type { ServiceRequest } from "../answer/service-messages.ts";
import { TicketWorld } from "../world/ticket-world.ts";
import { SESSION_HEADER, WorldSessions } from "../world/world-sessions.ts";
import type { TestSession } from "./test-session.ts";

/** The worlds of the tests that run now, each behind its session. */
export class RunningTests extends WorldSessions {
  readonly #sessions = new Map<string, TestSession>();
  readonly #currentSession: () => TestSession | undefined;

  /** @param currentSession the one in whose asynchronous context it is called, where there is such a thing */
  constructor(currentSession: () => TestSession | undefined = () => undefined) {
    super(new TicketWorld({ tickets: 0 }));
    this.#currentSession = currentSession;
  }

  begin(session: TestSession): void {
    this.#sessions.set(session.id, session);
    this.set(session.id, session.world);
  }

  finish(session: TestSession): void {
    this.#sessions.delete(session.id);
    this.end(session.id);
  }

  get count(): number {
    return this.#sessions.size;
  }

  /** Whose a request is: its header says so, or where it was sent from, or there is only one test. */
  sessionOf(id: string | null | undefined): TestSession | undefined {
    if (id) return this.#sessions.get(id);
    const current = this.#currentSession();
    if (current) return current;
    const [only, ...others] = this.#sessions.values();
    return others.length === 0 ? only : undefined;
  }

  /** @throws Error when no test can be told */
  override of({ headers }: Pick<ServiceRequest, "headers">): TicketWorld {
    const id = headers[SESSION_HEADER];
    const session = this.sessionOf(id);
    if (session) return session.world;
    if (id) throw new Error(`No test is running whose session is ${id}.`);
    if (this.count === 0) throw new Error("No test is running that this request could belong to.");
    throw new Error(
      `${this.count} tests are running at once; send the request with the fixture \`fetch\`, whose header ${SESSION_HEADER} tells whose it is.`,
    );
  }
}
