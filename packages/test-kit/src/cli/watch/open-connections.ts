import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** How long answers that have begun may take when their connections are to end. */
const ANSWER_MS = 1000;
/** How long the first request of a connection may take to come then. */
const REQUEST_MS = 200;

/** How far a connection is. */
interface Progress {
  /** How many requests are not answered yet. */
  pending: number;
  /** Whether nothing was asked for yet. */
  isFresh: boolean;
}

/** The connections of a server that does not listen itself, but is handed each of them. */
export class OpenConnections {
  readonly #server: Server;
  readonly #progress = new Map<Socket, Progress>();
  readonly #allEnded = Promise.withResolvers<void>();
  #isFinishing = false;

  constructor(server: Server) {
    this.#server = server;
    // Before the listener that answers, which may be done at once.
    server.prependListener("request", ({ socket }, outgoing) => {
      const progress = this.#progress.get(socket);
      if (!progress) return;
      progress.pending += 1;
      progress.isFresh = false;
      if (this.#isFinishing) outgoing.setHeader("connection", "close");
      outgoing.once("close", () => {
        progress.pending -= 1;
        if (this.#isFinishing && progress.pending === 0) socket.end();
      });
    });
  }

  add(socket: Socket): void {
    this.#progress.set(socket, { pending: 0, isFresh: true });
    socket.once("close", () => {
      this.#progress.delete(socket);
      if (this.#isFinishing && this.#progress.size === 0) this.#allEnded.resolve();
    });
    this.#server.emit("connection", socket);
    // The process that accepted it has not read from it.
    socket.resume();
  }

  /** Ends every connection: at once where nothing is asked for, else when it is answered, or has had its time. */
  async finish(): Promise<void> {
    this.#isFinishing = true;
    if (this.#progress.size === 0) return;
    for (const [socket, { pending, isFresh }] of this.#progress) if (pending === 0 && !isFresh) socket.end();
    const ended = this.#allEnded.promise;
    await Promise.race([ended, wait(REQUEST_MS)]);
    for (const [socket, { isFresh }] of this.#progress) if (isFresh) socket.end();
    await Promise.race([ended, wait(ANSWER_MS)]);
    this.destroy();
  }

  destroy(): void {
    for (const socket of this.#progress.keys()) socket.destroy();
  }
}
