import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { ServerAddress } from "../../server/server-address.ts";
import type { CliEnvironment } from "../cli-environment.ts";
import type { FromServing, ToServing } from "./handover-messages.ts";
import { loadingFailure } from "./loading-failure.ts";
import type { WorldsState } from "./worlds-state.ts";

const LOADING_MS = 15_000;
const HANDING_OVER_MS = 5000;

/** A process that serves connections that it is handed, with the contract as it was when the process began. */
export class ServingProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #isToEnd = false;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = once(child, "exit");
  }

  /** @throws Error that says in one line why the contract, or what is made with it, does not load */
  static async start(args: readonly string[], { program, stderr }: CliEnvironment): Promise<ServingProcess> {
    const child = fork(program, [...args, "--watched"], { stdio: ["ignore", "inherit", "pipe", "ipc"] });
    let said = "";
    let isLoaded = false;
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      if (isLoaded) stderr.write(chunk);
      else said += chunk;
    });
    const serving = new ServingProcess(child);
    const first = await Promise.race([
      serving.#message("loaded"),
      once(child, "close").then(() => new Error(loadingFailure(said))),
      wait(LOADING_MS, undefined, { ref: false }).then(() => new Error(`it takes longer than ${LOADING_MS / 1000} s`)),
    ]);
    if (first instanceof Error) {
      child.kill("SIGKILL");
      throw first;
    }
    isLoaded = true;
    return serving;
  }

  /** Has it serve. @param onLoss called when it ends without having been told to */
  begin(address: ServerAddress, state: WorldsState | undefined, onLoss: () => void): void {
    this.#send({ kind: "begin", address, ...(state && { state }) });
    void this.#ended.then(() => this.#isToEnd || onLoss());
  }

  /** Has it serve a connection that nothing was read from yet. */
  readonly take = (socket: Socket): void => this.#send({ kind: "connection" }, socket);

  /** Has it answer what it was asked, and end. @returns what its worlds were like; undefined when it does not say */
  async handOver(): Promise<WorldsState | undefined> {
    this.#isToEnd = true;
    const answer = this.#message("state").then(({ state }) => state);
    this.#send({ kind: "handOver" });
    const state = await Promise.race([
      answer,
      this.#ended.then(() => undefined),
      wait(HANDING_OVER_MS, undefined, { ref: false }),
    ]);
    if (!state) this.#child.kill("SIGKILL");
    await this.end();
    return state;
  }

  async end(): Promise<void> {
    this.#isToEnd = true;
    if (this.#child.connected) this.#child.disconnect();
    await this.#ended;
  }

  #send(message: ToServing, socket?: Socket): void {
    this.#child.send(message, socket, (error) => {
      // It is gone, and nobody will answer.
      if (error) socket?.destroy();
    });
  }

  #message<Kind extends FromServing["kind"]>(kind: Kind): Promise<Extract<FromServing, { kind: Kind }>> {
    return new Promise((resolve) => {
      const look = (message: FromServing) => {
        if (!isOf(kind, message)) return;
        this.#child.off("message", look);
        resolve(message);
      };
      this.#child.on("message", look);
    });
  }
}

function isOf<Kind extends FromServing["kind"]>(
  kind: Kind,
  message: FromServing,
): message is Extract<FromServing, { kind: Kind }> {
  return message.kind === kind;
}
