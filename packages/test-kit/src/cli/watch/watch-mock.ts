import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CliEnvironment } from "../cli-environment.ts";
import type { MockOptions } from "../mock-command.ts";
import { ConnectionRelay } from "./connection-relay.ts";
import { contractChanges } from "./contract-changes.ts";
import { ServingProcess } from "./serving-process.ts";

/**
 * Serves, and serves on with the new contract whenever that is generated anew: this process keeps
 * listening and hands each connection to another one, which is replaced. While it is, connections wait.
 *
 * @throws Error in one line when it cannot listen, or the contract does not load to begin with
 */
export async function watchMock(
  { host, port }: MockOptions,
  args: readonly string[],
  environment: CliEnvironment,
): Promise<void> {
  const lost = new AbortController();
  const relay = await ConnectionRelay.listen(host, port);
  let serving: ServingProcess | undefined;
  try {
    const changes = contractChanges(contractFolder(), AbortSignal.any([environment.stop, lost.signal]));
    serving = await ServingProcess.start(args, environment);
    serving.begin(relay.address, undefined, () => lost.abort());
    relay.handTo(serving.take);
    for await (const _ of changes) {
      const next = await loadNext(args, environment);
      if (!next) continue;
      relay.handTo(undefined);
      const state = await serving.handOver();
      serving = next;
      serving.begin(relay.address, state, () => lost.abort());
      relay.handTo(serving.take);
    }
    if (lost.signal.aborted) throw new Error("The process that serves has ended; start the mock again.");
  } finally {
    // Nothing is watched any more, whatever the reason.
    lost.abort();
    relay.close();
    await serving?.end();
  }
}

/** A process with the contract as it is now; undefined when that does not load, which it says. */
async function loadNext(args: readonly string[], environment: CliEnvironment): Promise<ServingProcess | undefined> {
  try {
    return await ServingProcess.start(args, environment);
  } catch (error) {
    // Ctrl-C ends a process that is still loading.
    if (environment.stop.aborted) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    environment.stderr.write(`The contract changed and does not load, so the last one goes on: ${reason}\n`);
    return undefined;
  }
}

/** Where the contract's code is: its sources in this repository, else what was built of them. */
function contractFolder(): string {
  return path.dirname(fileURLToPath(import.meta.resolve("@sitebay-tickets/contract")));
}
