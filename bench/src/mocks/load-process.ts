import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Contender } from "./contenders.ts";
import type { LoadOrder, LoadResult } from "./load.ts";
import { requestBytes } from "./request-bytes.ts";
import type { Workload } from "./workloads.ts";

const run = promisify(execFile);

/** Has a process of its own ask a server for a workload. @throws when an answer has another status than expected */
export async function applyLoad(
  { name, basePath }: Contender,
  workload: Workload,
  options: Pick<LoadOrder, "port" | "connections" | "warmUpMs" | "measureMs">,
): Promise<LoadResult> {
  const request = requestBytes(workload, basePath).toString("latin1");
  const order: LoadOrder = { ...options, request, status: workload.status };
  try {
    const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, "load.ts"), JSON.stringify(order)]);
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`${name} did not bear ${JSON.stringify(workload.name)}: ${cause}`, { cause });
  }
}
