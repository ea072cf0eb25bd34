import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, watch, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { rounds } from "./rounds.ts";
import { spread } from "./spread.ts";

/**
 * How long whoever edits the spec waits: from a save to new types while `pnpm generate --watch` runs,
 * and for `pnpm spec:lint`, start-up included.
 */

const root = path.resolve(import.meta.dirname, "../..");
const FIELD = "        subject:\n          description: The request in one line.\n";

/** Starts `generate --watch` in a copy of what it needs, saves the spec again and again, and times each save. */
async function saveToTypes(saves: number): Promise<number[]> {
  const copy = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-bench-"));
  for (const part of ["openapi", "scripts", "packages/contract"])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true, verbatimSymlinks: true });
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  const spec = path.join(copy, "openapi/tickets.yaml");
  const text = readFileSync(spec, "utf8");
  const child = spawn(process.execPath, ["scripts/src/generate.ts", "--watch"], {
    cwd: copy,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const generated = watch(path.join(copy, "packages/contract/src/generated"));
  try {
    await lineWith(lines, child, "watching");
    const times: number[] = [];
    for (let i = 0; i < saves; i += 1) {
      const field = `        field_${i}:\n          description: Added.\n          type: integer\n          examples: [3]\n`;
      const told = lineWith(lines, child, `field_${i} added`);
      const arrived = fileReplaced(generated, "types.ts");
      const started = performance.now();
      writeFileSync(spec, text.replace(FIELD, field + FIELD));
      times.push(((await arrived) - started) / 1000);
      await told;
    }
    return times;
  } finally {
    generated.close();
    child.kill();
    rmSync(copy, { recursive: true, force: true });
  }
}

function lineWith(lines: NodeJS.EventEmitter, child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`generate --watch ended with ${code}`));
    const look = (line: string) => {
      if (!line.includes(words)) return;
      lines.off("line", look);
      child.off("exit", end);
      resolve();
    };
    lines.on("line", look);
    child.once("exit", end);
  });
}

/** When a file of the watched folder was put in place. */
async function fileReplaced(folder: NodeJS.EventEmitter, wanted: string): Promise<number> {
  for (;;) {
    const [, name] = await once(folder, "change");
    if (name === wanted) return performance.now();
  }
}

function lint(): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, "scripts/src/spec-lint.ts")], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`spec:lint ended with status ${status}:\n${stderr}`);
  return (performance.now() - started) / 1000;
}

const count = rounds();
// The first of each does not count: it fills the disk's cache, and warms up what keeps running.
const times = {
  "save to new types, `generate --watch`": (await saveToTypes(count + 1)).slice(1),
  "`spec:lint`, the whole process": Array.from({ length: count + 1 }, lint).slice(1),
};
console.log(`${count} rounds, Node ${process.version}, ${os.availableParallelism()} processors\n`);
console.log("| what | median | fastest to slowest |\n| --- | ---: | ---: |");
for (const [what, seconds] of Object.entries(times)) console.log(`| ${[what, ...spread(seconds)].join(" | ")} |`);
