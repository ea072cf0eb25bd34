import { CoverageCollector } from "../coverage/coverage-collector.ts";
import type { CoverageData } from "../coverage/coverage-data.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { type OffSpecCount, tallyOffSpec } from "./off-spec-tally.ts";

/** What one test tells the reporter. Vitest carries it out of workers and browsers, as JSON. */
export interface TestReport {
  readonly offSpec: readonly OffSpecCount[];
  readonly coverage: CoverageData;
}

declare module "vitest" {
  interface TaskMeta {
    sitebayTickets?: TestReport;
  }
}

/**
 * Watches what a test does with its world.
 *
 * @returns what ends the watch, and tells
 */
export function watchTest(world: TicketWorld): () => TestReport {
  const offSpec: OffSpecCount[] = [];
  const coverage = new CoverageCollector();
  const endCoverage = coverage.observe(world);
  const end = world.requests.subscribe(({ operation, status, offSpec: reason }) => {
    if (operation && status !== undefined && reason !== undefined)
      offSpec.push({ operation, status, reason, times: 1 });
  });
  return () => {
    end();
    endCoverage();
    return { offSpec: tallyOffSpec(offSpec), coverage: coverage.data };
  };
}
