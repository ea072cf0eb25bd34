import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { writeBenchFiles } from "./mocks/bench-files.ts";
import { bareServer, type Contender, cannedServer, otherMocks, ourMock } from "./mocks/contenders.ts";
import { installMock } from "./mocks/installed-mock.ts";
import { CONNECTIONS, MEASURE_MS, measureSpeeds, type Speeds, WARM_UP_MS } from "./mocks/measure-speeds.ts";
import { measureStarts } from "./mocks/measure-starts.ts";
import { compareAnswers, type RecordedAnswers, recordAnswers } from "./mocks/recorded-answers.ts";
import { speedTables, startTable } from "./mocks/result-tables.ts";
import { startServer } from "./mocks/running-server.ts";
import { chooseSubjects, listAll, type Workload, workloadsOn } from "./mocks/workloads.ts";
import { rounds } from "./rounds.ts";

/**
 * Our mock beside its peers: the time from a process's start to its first answer, and how many
 * requests a second it answers, over connections that stay open. All get the same tickets and have
 * to answer the same before they are timed; then each has its turn, round after round, so that a
 * machine that slows down slows all of them.
 */

const count = rounds();
const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-bench-"));
try {
  const ours = ourMock(installMock(folder));
  const recorded = await record(ours);
  const files = writeBenchFiles(folder, recorded);
  const contenders = [bareServer(files), ours, ...otherMocks(files)];
  // Also fills the disk's cache, so that no round that counts is the first.
  for (const contender of contenders) await compare(contender, recorded);

  console.log(`${count} rounds, Node ${process.version}, ${os.availableParallelism()} processors`);
  console.log(`${CONNECTIONS} connections, ${MEASURE_MS / 1000} s each after ${WARM_UP_MS / 1000} s of warming up\n`);
  const [first = listAll, ...others] = recorded.keys();
  console.log(startTable(await measureStarts(contenders, first, count)));

  const speeds = new Map<Workload, Speeds>();
  for (const workload of [first, ...others]) {
    console.error(`Measuring: ${workload.name}`);
    speeds.set(workload, await measureSpeeds(contenders, workload, count));
  }
  console.log(speedTables(speeds));

  const canned = cannedServer(files);
  const { byContender } = await measureSpeeds([canned], first, 1);
  const share = 100 * Math.max(...[...speeds.values()].map(({ busiest }) => busiest));
  console.log(`The load generator was busy for at most ${share.toFixed(0)} % of the time.`);
  console.log(
    `It gets ${byContender.get(canned)?.[0]?.toFixed(0)} answers a second from ${canned.name} that ${canned.note}.`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What our mock says to each workload. */
async function record(ours: Contender): Promise<RecordedAnswers> {
  await using server = await startServer(ours, listAll);
  const [list] = (await recordAnswers(server.baseUrl, [listAll])).values();
  return await recordAnswers(server.baseUrl, workloadsOn(chooseSubjects(list)));
}

async function compare(contender: Contender, recorded: RecordedAnswers): Promise<void> {
  await using server = await startServer(contender, listAll);
  await compareAnswers(contender.name, server.baseUrl, recorded);
}
