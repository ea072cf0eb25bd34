import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { median } from "./median.ts";
import { rounds } from "./rounds.ts";
import { spread } from "./spread.ts";

/**
 * The time from the spec to code, of `pnpm generate` and of its peers on the same document: each a
 * process of its own, start-up included, in turn, round after round, so that a machine that slows
 * down slows all of them.
 */

interface Generator {
  readonly name: string;
  /** What it makes of the document. */
  readonly makes: string;
  readonly args: (out: string) => readonly string[];
  /** Where it writes, when that is not the folder it was given. */
  readonly output?: string;
}

const root = path.resolve(import.meta.dirname, "../..");
const spec = path.join(root, "openapi/tickets.yaml");
const require = createRequire(import.meta.url);

/** A package's command, as a file for Node. */
function command(name: string, bin: string): string {
  return path.join(path.dirname(require.resolve(`${name}/package.json`)), bin);
}

const heyApi = command("@hey-api/openapi-ts", "bin/run.js");
const orval = command("orval", "dist/bin/orval.mjs");

const GENERATORS: readonly Generator[] = [
  {
    name: "openapi-typescript alone",
    makes: "types",
    args: (out) => [command("openapi-typescript", "bin/cli.js"), spec, "--output", path.join(out, "types.ts")],
  },
  {
    name: "pnpm generate",
    makes: "types, operations, schemas, compiled validators, export tables",
    // It compares what it made with the files that are there, instead of writing the same again.
    args: () => [path.join(root, "scripts/src/generate.ts"), "--check"],
    output: path.join(root, "packages/contract/src/generated"),
  },
  {
    name: "hey-api",
    makes: "types, client",
    args: (out) => [heyApi, "--input", spec, "--output", out, "--silent", "--no-log-file"],
  },
  {
    name: "hey-api with zod and schemas",
    makes: "types, client, schemas, zod validators",
    args: (out) => [
      ...[heyApi, "--input", spec, "--output", out, "--silent", "--no-log-file"],
      ...["--plugins", "@hey-api/typescript", "@hey-api/sdk", "@hey-api/schemas", "zod"],
    ],
  },
  {
    name: "orval",
    makes: "types, client",
    args: (out) => [orval, "--input", spec, "--output", path.join(out, "index.ts"), "--client", "fetch"],
  },
  {
    name: "orval with zod",
    makes: "zod validators",
    args: (out) => [orval, "--input", spec, "--output", path.join(out, "index.ts"), "--client", "zod"],
  },
];

interface Run {
  readonly seconds: number;
  readonly files: number;
  readonly bytes: number;
}

function run(generator: Generator): Run {
  const out = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-bench-"));
  try {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, generator.args(out), { cwd: out, encoding: "utf8" });
    const seconds = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(`${generator.name} ended with status ${status}:\n${stdout}${stderr}`);
    return { seconds, ...sizeOf(generator.output ?? out) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);
  return { files: files.length, bytes };
}

const count = rounds();
const runs = new Map<Generator, Run[]>(GENERATORS.map((generator) => [generator, []]));
// One round that does not count fills the disk's cache.
for (let round = 0; round <= count; round += 1) {
  for (const [generator, found] of runs) {
    const result = run(generator);
    if (round > 0) found.push(result);
  }
}

const [peer = []] = runs.values();
const reference = median(peer.map(({ seconds }) => seconds));
console.log(`${count} rounds, Node ${process.version}, ${os.availableParallelism()} processors\n`);
console.log("| generator | makes | median | fastest to slowest | ratio | files | kB |");
console.log("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
for (const [{ name, makes }, found] of runs) {
  const times = found.map(({ seconds }) => seconds);
  const { files, bytes } = found[0] ?? { files: 0, bytes: 0 };
  const cells = [name, makes, ...spread(times), (median(times) / reference).toFixed(2)];
  console.log(`| ${[...cells, files, (bytes / 1000).toFixed(0)].join(" | ")} |`);
}
