import { spawn } from "node:child_process";
import { once } from "node:events";
import os from "node:os";
import path from "node:path";
import { bundleSize } from "./clients/bundle-size.ts";
import { type Asking, type Contender, contenders, reference } from "./clients/contenders.ts";
import { type Workload, workloads } from "./clients/workloads.ts";
import { median } from "./median.ts";
import { rounds } from "./rounds.ts";

/**
 * Our client beside its peers: the time of a call, one after the other, against the same server in a
 * process of its own, and what each weighs in a page. Each has its turn in every round, so that a
 * machine that slows down slows all of them.
 */

const count = rounds();
const server = spawn(process.execPath, [path.join(import.meta.dirname, "clients/server.ts")], {
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const [said] = await once(server.stdout, "data");
  const address = `http://127.0.0.1:${Number(said)}`;

  console.log(`${count} rounds, Node ${process.version}, ${os.availableParallelism()} processors\n`);
  for (const workload of workloads) {
    const clients = contenders.map((contender) => ({
      contender,
      client: contender.connect(`${address}/${workload.list}/f/api/v1`),
    }));
    printTimes(workload, await measure(workload, clients));
  }
  await printSizes();
} finally {
  server.kill();
}

/** @returns the seconds of a call, of each contender in each round */
async function measure(
  workload: Workload,
  clients: readonly { contender: Contender; client: Asking }[],
): Promise<Map<Contender, number[]>> {
  const times = new Map<Contender, number[]>(clients.map(({ contender }) => [contender, []]));
  // Five rounds that do not count let the engine compile, and connections be made.
  for (let round = -4; round <= count; round += 1) {
    for (const { contender, client } of clients) {
      const started = performance.now();
      for (let call = 0; call < workload.calls; call += 1) await workload.once(client);
      const seconds = (performance.now() - started) / 1000 / workload.calls;
      if (round > 0) times.get(contender)?.push(seconds);
    }
  }
  return times;
}

function printTimes({ name }: Workload, times: ReadonlyMap<Contender, readonly number[]>): void {
  const base = [...times].find(([contender]) => contender.name === reference)?.[1] ?? [];
  console.log(`| ${name} | median | fastest to slowest | ratio |`);
  console.log("| --- | ---: | ---: | ---: |");
  for (const [contender, found] of times) {
    const ratio = median(found.map((seconds, round) => seconds / (base[round] ?? Number.NaN)));
    const range = `${micro(Math.min(...found))} to ${micro(Math.max(...found))} µs`;
    console.log(`| ${contender.name} | ${micro(median(found))} µs | ${range} | ${ratio.toFixed(2)} |`);
  }
  console.log();
}

async function printSizes(): Promise<void> {
  console.log("| size | minified | gzipped |");
  console.log("| --- | ---: | ---: |");
  for (const { name, module } of contenders) {
    const { minified, gzipped } = await bundleSize(module);
    console.log(`| ${name} | ${kilo(minified)} kB | ${kilo(gzipped)} kB |`);
  }
}

function micro(seconds: number): string {
  return (seconds * 1e6).toFixed(0);
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
