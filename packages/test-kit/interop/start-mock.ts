import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

/** The command at work. */
export interface RunningMock extends AsyncDisposable {
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
}

const main = path.resolve(import.meta.dirname, "../src/main.ts");

/** Starts `sitebay-tickets-mock`. @throws Error when it ends before it serves */
export async function startMock(...args: readonly string[]): Promise<RunningMock> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Serving .* at (http:\S+)$/.exec(line)?.[1];
    if (!url) continue;
    child.stdout.resume();
    return {
      origin: new URL(url).origin,
      async [Symbol.asyncDispose]() {
        child.kill();
        await ended;
      },
    };
  }
  throw new Error("The mock ended before it served.");
}
