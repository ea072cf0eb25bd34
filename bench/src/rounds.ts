import { parseArgs } from "node:util";

/** How often to measure, from the command line's `--rounds`. Ends the program with 2 when used wrongly. */
export function rounds(): number {
  try {
    const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
    const count = Number(values.rounds);
    if (!Number.isInteger(count) || count < 1)
      throw new RangeError(`--rounds must be a whole number, not ${values.rounds}`);
    return count;
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : error}`);
    process.exit(2);
  }
}
