import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { type AskingConnection, keepAsking } from "./connection.ts";

/**
 * The load generator, a process of its own: reads a `LoadOrder` as JSON from its first argument, and
 * writes a `LoadResult` as JSON. It keeps one request under way on each of its connections.
 */
export interface LoadOrder {
  readonly port: number;
  /** The bytes of the request, as Latin-1. */
  readonly request: string;
  readonly status: number;
  readonly connections: number;
  /** Time under load that does not count. */
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  /** How busy this process was, from 0 to 1: at 1 it would measure itself. */
  readonly busy: number;
}

async function applyLoad(order: LoadOrder): Promise<LoadResult> {
  const failed = Promise.withResolvers<never>();
  const question = { port: order.port, request: Buffer.from(order.request, "latin1"), status: order.status };
  const connections = Array.from({ length: order.connections }, () => keepAsking(question, failed.reject));
  try {
    await Promise.race([wait(order.warmUpMs), failed.promise]);
    const before = { answers: total(connections), time: performance.now(), loop: performance.eventLoopUtilization() };
    await Promise.race([wait(order.measureMs), failed.promise]);
    const seconds = (performance.now() - before.time) / 1000;
    const busy = performance.eventLoopUtilization(before.loop).utilization;
    return { requestsPerSecond: (total(connections) - before.answers) / seconds, busy };
  } finally {
    for (const connection of connections) connection.close();
  }
}

function total(connections: readonly AskingConnection[]): number {
  return connections.reduce((sum, { answers }) => sum + answers, 0);
}

// The order comes from the bench itself, which is the only one to start this.
const order = JSON.parse(process.argv[2] ?? "") as LoadOrder;
console.log(JSON.stringify(await applyLoad(order)));
