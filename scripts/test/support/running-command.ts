import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A program that goes on until it is told to stop. It does not outlive the test. */
export class RunningCommand {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown[]>;
  readonly #lines: string[] = [];
  readonly #news = new EventEmitter();

  /** Starts a TypeScript program in a folder. */
  constructor(cwd: string, ...args: readonly string[]) {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on("line", (line) => {
        this.#lines.push(line);
        this.#news.emit("line");
      });
    }
    this.#child = child;
    this.#ended = once(child, "close");
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
  }

  /** The next line that it prints, or has printed and nobody has asked for yet. @throws Error when it ends before */
  async line(): Promise<string> {
    const ended = this.#ended.then(() => "ended");
    while (this.#lines.length === 0) {
      const stop = new AbortController();
      const first = await Promise.race([once(this.#news, "line", { signal: stop.signal }), ended]);
      stop.abort();
      if (first === "ended" && this.#lines.length === 0) throw new Error("the program has ended");
    }
    return this.#lines.shift() ?? "";
  }

  /** Lines up to the first one that matches. */
  async linesUntil(pattern: RegExp): Promise<string[]> {
    const lines = [await this.line()];
    while (!pattern.test(lines.at(-1) ?? "")) lines.push(await this.line());
    return lines;
  }

  /** Sends a signal and returns the exit code, with the lines that nobody has asked for. */
  async stop(signal: NodeJS.Signals): Promise<{ readonly code: unknown; readonly lines: readonly string[] }> {
    this.#child.kill(signal);
    const [code] = await this.#ended;
    return { code, lines: this.#lines };
  }
}
