import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Contender } from "./contenders.ts";
import { requestBytes } from "./request-bytes.ts";
import { ResponseReader } from "./response-reader.ts";
import type { Workload } from "./workloads.ts";

export interface RunningServer extends AsyncDisposable {
  readonly port: number;
  readonly baseUrl: string;
  /** From the process's start to the whole of its first answer. */
  readonly firstAnswerMs: number;
}

const LONGEST_START_MS = 30_000;

/** Starts a contender, and asks it again and again until it answers. @throws when it never does */
export async function startServer(contender: Contender, first: Workload): Promise<RunningServer> {
  const port = await freePort();
  const request = requestBytes(first, contender.basePath);
  const started = performance.now();
  const child = spawn(process.execPath, contender.args(port), { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  try {
    while ((await askOnce(port, request)) !== first.status) {
      if (child.exitCode !== null) throw new Error(`${contender.name} ended with ${child.exitCode}:\n${said}`);
      if (performance.now() - started > LONGEST_START_MS)
        throw new Error(`${contender.name} does not answer:\n${said}`);
      await wait(1);
    }
  } catch (error) {
    await end(child);
    throw error;
  }
  return {
    port,
    baseUrl: `http://127.0.0.1:${port}${contender.basePath}`,
    firstAnswerMs: performance.now() - started,
    [Symbol.asyncDispose]: () => end(child),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("A server on a port has no port.");
  return address.port;
}

/** The answer's status; undefined when nobody listens yet. */
function askOnce(port: number, request: Buffer): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const reader = new ResponseReader();
    socket.on("connect", () => socket.write(request));
    socket.on("data", (chunk) => {
      const status = reader.take(chunk);
      if (status === undefined) return;
      resolve(status);
      socket.destroy();
    });
    socket.on("error", () => resolve(undefined));
    socket.on("close", () => resolve(undefined));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
