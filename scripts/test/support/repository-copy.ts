import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../../src/repository.ts";

const LEFT_OUT = [".git", ".turbo", "dist", "out"];

/** A copy of the repository to be changed at will. It shares the installed packages, not those of the workspace. */
export class RepositoryCopy {
  readonly root = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-copy-"));

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    const installed = path.join(root, "node_modules");
    cpSync(root, this.root, {
      recursive: true,
      // A package's own node_modules links to its neighbours by relative paths, which lead to the copies.
      verbatimSymlinks: true,
      filter: (source) => source !== installed && !LEFT_OUT.includes(path.basename(source)),
    });
    symlinkSync(installed, path.join(this.root, "node_modules"));
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), "utf8");
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.root, file), text);
  }

  /** Replaces the first occurrence of a text in a file. @throws Error when the file lacks it */
  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not contain ${JSON.stringify(from)}`);
    this.write(
      file,
      text.replace(from, () => to),
    );
  }

  /** Runs a TypeScript program of the copy. */
  node(...args: string[]): { code: number | null; stdout: string; stderr: string } {
    return this.#run(process.execPath, args);
  }

  tsc(): { code: number | null; stdout: string } {
    return this.#run(path.join(this.root, "node_modules/.bin/tsc"), ["--noEmit", "--pretty", "false"]);
  }

  #run(command: string, args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: this.root, encoding: "utf8" });
    return { code: status, stdout, stderr };
  }
}
