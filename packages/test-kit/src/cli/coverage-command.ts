import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { type CoverageData, mergeCoverage, noCoverage, parseCoverage } from "../coverage/coverage-data.ts";
import { belowFloor, type CoverageFloor, parseFloor } from "../coverage/coverage-floor.ts";
import { coverageReport } from "../coverage/coverage-report.ts";
import { coverageText } from "../coverage/coverage-text.ts";
import { HELP_WIDTH } from "./help-text.ts";

interface Output {
  out(text: string): unknown;
  error(text: string): unknown;
}

/**
 * `sitebay-tickets-mock coverage FILE…`: what the runs that wrote these files exercised of the API,
 * together.
 *
 * @returns the exit code: 0 enough, 1 below the floor, 2 wrong usage or no such file
 * @throws CommanderError where another program would end
 */
export function runCoverage(args: readonly string[], output: Output): number {
  const command = coverageCommand(output).parse(args, { from: "user" });
  const { floor, json } = command.opts<{ floor?: CoverageFloor; json?: true }>();
  let data: CoverageData = noCoverage;
  for (const file of command.args) {
    try {
      data = mergeCoverage(data, parseCoverage(readFileSync(file, "utf8")));
    } catch (error) {
      output.error(`error: cannot read ${file}: ${error instanceof Error ? error.message : error}\n`);
      return 2;
    }
  }
  const report = coverageReport(data);
  output.out(json ? `${JSON.stringify({ data, report }, null, 2)}\n` : coverageText(report));
  const below = floor === undefined ? [] : belowFloor(report, floor);
  for (const sentence of below) output.error(`${sentence}\n`);
  return below.length === 0 ? 0 : 1;
}

function coverageCommand(output: Output): Command {
  return new Command("sitebay-tickets-mock coverage")
    .description("Says what of the API was exercised, by the runs that wrote these files together.")
    .argument("<files...>", "what --coverage, or Vitest's reporter, wrote")
    .option("--floor <percent>", "fail below it: 80, or operations=100,statuses=60", floorOption)
    .option("--json", "as JSON, with the counts added up")
    .configureOutput({
      writeOut: output.out,
      writeErr: output.error,
      getOutHelpWidth: () => HELP_WIDTH,
      outputError: (text, write) => write(`${text.trim().replaceAll(/\s*\n\s*/g, " ")}\n`),
    })
    .exitOverride();
}

function floorOption(text: string): CoverageFloor {
  try {
    return parseFloor(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
