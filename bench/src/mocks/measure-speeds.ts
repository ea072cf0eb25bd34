import type { Contender } from "./contenders.ts";
import { applyLoad } from "./load-process.ts";
import { startServer } from "./running-server.ts";
import type { Workload } from "./workloads.ts";

/** What was measured of one workload. */
export interface Speeds {
  /** Requests a second, one number for each round. */
  readonly byContender: ReadonlyMap<Contender, readonly number[]>;
  /** How busy the load generator was at most, from 0 to 1. */
  readonly busiest: number;
}

/** Enough for a server to be busy all the time, and few enough for a machine with two processors. */
export const CONNECTIONS = 16;
export const WARM_UP_MS = 3000;
export const MEASURE_MS = 1000;
/** The generator is a new process each time, and has to warm up too. */
const SETTLE_MS = 300;

/**
 * How many requests of a workload each contender answers in a second. Its process is warmed up first;
 * then all have their turns, round after round.
 */
export async function measureSpeeds(
  contenders: readonly Contender[],
  workload: Workload,
  rounds: number,
): Promise<Speeds> {
  await using servers = new AsyncDisposableStack();
  const byContender = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  const ports = new Map<Contender, number>();
  for (const contender of contenders) {
    const { port } = servers.use(await startServer(contender, workload));
    ports.set(contender, port);
    await load(contender, workload, port, WARM_UP_MS);
  }
  let busiest = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [contender, found] of byContender) {
      const { requestsPerSecond, busy } = await load(contender, workload, ports.get(contender) ?? 0, MEASURE_MS);
      found.push(requestsPerSecond);
      busiest = Math.max(busiest, busy);
    }
  }
  return { byContender, busiest };
}

function load(contender: Contender, workload: Workload, port: number, measureMs: number) {
  return applyLoad(contender, workload, { port, connections: CONNECTIONS, warmUpMs: SETTLE_MS, measureMs });
}
