import type { Contender } from "./contenders.ts";
import { startServer } from "./running-server.ts";
import type { Workload } from "./workloads.ts";

/**
 * How long each contender's process takes to its first answer, round after round, each in its turn.
 *
 * @returns milliseconds, one for each round
 */
export async function measureStarts(
  contenders: readonly Contender[],
  first: Workload,
  rounds: number,
): Promise<ReadonlyMap<Contender, readonly number[]>> {
  const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [contender, found] of times) {
      await using server = await startServer(contender, first);
      found.push(server.firstAnswerMs);
    }
  }
  return times;
}
