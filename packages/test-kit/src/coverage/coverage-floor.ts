import { type CoverageAspect, type CoverageReport, coverageAspects } from "./coverage-report.ts";

/** Which share of the spec must be exercised, in per cent: of each aspect the same, or of each its own. */
export type CoverageFloor = number | Readonly<Partial<Record<CoverageAspect, number>>>;

/** Each aspect that is below the floor, as a sentence; none when all is well. */
export function belowFloor({ percent }: CoverageReport, floor: CoverageFloor): string[] {
  return coverageAspects.flatMap((aspect) => {
    const wanted = typeof floor === "number" ? floor : (floor[aspect] ?? 0);
    return percent[aspect] < wanted ? [`Coverage of ${aspect} is ${percent[aspect]} %, less than ${wanted} %.`] : [];
  });
}

/**
 * A floor as a command line names it: `80`, or `operations=100,statuses=60`.
 *
 * @throws TypeError that names the part that is wrong
 */
export function parseFloor(text: string): CoverageFloor {
  if (!text.includes("=")) return percentage(text);
  const entries = text.split(",").map((part) => {
    const [aspect = "", value = ""] = part.split("=").map((each) => each.trim());
    if (!isAspect(aspect)) {
      throw new TypeError(
        `There is no coverage of ${JSON.stringify(aspect)}; there is of ${coverageAspects.join(", ")}.`,
      );
    }
    return [aspect, percentage(value)];
  });
  return Object.fromEntries(entries);
}

function percentage(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= 100) return value;
  throw new TypeError(`A floor is a number from 0 to 100, not ${JSON.stringify(text)}.`);
}

function isAspect(name: string): name is CoverageAspect {
  return (coverageAspects as readonly string[]).includes(name);
}
