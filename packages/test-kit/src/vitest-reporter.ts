import { writeFileSync } from "node:fs";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { type CoverageData, mergeCoverage, noCoverage } from "./coverage/coverage-data.ts";
import { belowFloor, type CoverageFloor } from "./coverage/coverage-floor.ts";
import { coverageReport } from "./coverage/coverage-report.ts";
import { coverageText } from "./coverage/coverage-text.ts";
import { offSpecText, tallyOffSpec } from "./vitest/off-spec-tally.ts";
import type { TestReport } from "./vitest/test-report.ts";

export interface TicketReporterOptions {
  /** Whether to print what of the API the tests exercised. Default: when there is a floor. */
  readonly coverage?: boolean;
  /** Which share of it they must exercise, in per cent, or else the run fails. */
  readonly coverageFloor?: CoverageFloor;
  /** Where to write what was counted, as JSON. */
  readonly coverageFile?: string;
}

/**
 * Tells at the end of a run what its tests did with their worlds: lists the answers that were marked
 * with `offSpec`, and what of the API was exercised.
 *
 * @example reporters: ["default", ["@sitebay-tickets/test-kit/vitest-reporter", { coverageFloor: 80 }]]
 */
export default class TicketReporter implements Reporter {
  readonly #options: TicketReporterOptions;
  #vitest: Vitest | undefined;

  constructor(options: TicketReporterOptions = {}) {
    this.#options = options;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const reports = reportsOf(modules);
    const offSpec = tallyOffSpec(reports.flatMap((report) => report.offSpec));
    if (offSpec.length > 0) this.#vitest?.logger.log(`\n${offSpecText(offSpec)}`);
    this.#tellCoverage(reports.reduce((all, { coverage }) => mergeCoverage(all, coverage), noCoverage));
  }

  #tellCoverage(data: CoverageData): void {
    const { coverageFloor, coverageFile, coverage = coverageFloor !== undefined } = this.#options;
    if (coverageFile !== undefined) writeFileSync(coverageFile, `${JSON.stringify(data, null, 2)}\n`);
    const report = coverageReport(data);
    if (coverage) this.#vitest?.logger.log(`\n${coverageText(report)}`);
    const below = coverageFloor === undefined ? [] : belowFloor(report, coverageFloor);
    if (below.length === 0) return;
    this.#vitest?.logger.error(below.join("\n"));
    process.exitCode = 1;
  }
}

function reportsOf(modules: readonly TestModule[]): TestReport[] {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  return tests.flatMap((test) => test.meta().sitebayTickets ?? []);
}
