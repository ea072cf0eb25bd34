import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { contractFiles } from "./generate/contract-files.ts";
import { fromRoot, generatedFolder, specFile } from "./repository.ts";
import { SpecError } from "./spec/spec-document.ts";

interface Differences {
  /** Files whose text is not what the spec gives. */
  readonly stale: readonly string[];
  /** Files that the spec does not give. */
  readonly surplus: readonly string[];
}

function compare(wanted: ReadonlyMap<string, string>): Differences {
  const present = new Set(readdirSync(generatedFolder));
  return {
    stale: [...wanted].flatMap(([name, text]) =>
      present.has(name) && readFileSync(path.join(generatedFolder, name), "utf8") === text ? [] : [name],
    ),
    surplus: [...present].filter((name) => !wanted.has(name)),
  };
}

function write(wanted: ReadonlyMap<string, string>, { stale, surplus }: Differences): void {
  for (const name of stale) writeFileSync(path.join(generatedFolder, name), wanted.get(name) ?? "");
  for (const name of surplus) rmSync(path.join(generatedFolder, name));
}

async function main(): Promise<number> {
  const program = new Command("generate")
    .description("Writes packages/contract/src/generated from openapi/tickets.yaml.")
    .option("--check", "write nothing; fail and name the files that are out of date")
    .parse();
  mkdirSync(generatedFolder, { recursive: true });
  const wanted = await contractFiles(specFile);
  const differences = compare(wanted);
  const named = [...differences.stale, ...differences.surplus].map((name) =>
    fromRoot(path.join(generatedFolder, name)),
  );
  if (!program.opts<{ check?: boolean }>().check) {
    write(wanted, differences);
    console.log(named.length === 0 ? "generate: all files were up to date" : `generate: wrote ${named.join(", ")}`);
    return 0;
  }
  if (named.length === 0) return 0;
  console.error(
    `generate: out of date:\n${named.map((name) => `  ${name}\n`).join("")}Run \`pnpm generate\` and commit the result.`,
  );
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  console.error(`generate: ${error.message}\nNothing was written.`);
  process.exitCode = 1;
}
