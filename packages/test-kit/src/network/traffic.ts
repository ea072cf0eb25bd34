import { type Violation, violationText } from "../judge/judgements.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { type UnhandledRequest, unhandledText } from "./unhandled-request.ts";

/** What went over the network that should not have: requests without a handler, answers that break the spec. */
export class Traffic {
  /** Absolute: the address below which the mock answers. */
  readonly baseUrl: string;
  readonly unhandled: UnhandledRequest[] = [];
  readonly #judging = new Set<Promise<void>>();
  readonly #told = new WeakSet<Violation>();

  /** @param baseUrl a path is relative to the page, or where there is none to `http://localhost` */
  constructor(baseUrl: string) {
    this.baseUrl = new URL(baseUrl, globalThis.location?.href ?? "http://localhost").href.replace(/\/+$/, "");
  }

  get basePath(): string {
    return new URL(this.baseUrl).pathname.replace(/\/$/, "");
  }

  /** Whether it is for the mock to answer. */
  covers(url: string): boolean {
    return url.startsWith(`${this.baseUrl}/`);
  }

  /** Makes `assertClean` wait for a judgement that needs a response's whole body. */
  judge(judgement: Promise<void>): void {
    this.#judging.add(judgement);
    const done = () => this.#judging.delete(judgement);
    // A body that breaks off cannot be judged; whoever asked for it was told.
    judgement.then(done, done);
  }

  /** @throws Error that lists what went wrong since the last call, a sentence each */
  async assertClean(worlds: Iterable<TicketWorld>): Promise<void> {
    await this.#settled();
    const problems = this.unhandled.splice(0).map((request) => unhandledText(request, this.baseUrl));
    for (const { judgements } of worlds) {
      for (const violation of judgements.violations) {
        if (!this.#told.has(violation)) problems.push(violationText(violation));
        this.#told.add(violation);
      }
    }
    // A client that retries meets the same thing several times.
    if (problems.length > 0) throw new Error([...new Set(problems)].join("\n"));
  }

  /** Waits for judgements in progress, but not for bodies that never end. */
  async #settled(): Promise<void> {
    if (this.#judging.size === 0) return;
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, PATIENCE_MS);
    await Promise.race([Promise.allSettled(this.#judging), late.promise]);
    clearTimeout(timer);
  }
}

const PATIENCE_MS = 500;
