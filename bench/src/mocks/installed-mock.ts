import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { runToEnd } from "./run-to-end.ts";

const root = path.resolve(import.meta.dirname, "../../..");

/**
 * Packs the mock and the contract and lays them out as a user's package manager would.
 *
 * @param folder an empty one
 * @returns the mock's folder
 */
export function installMock(folder: string): string {
  const scope = path.join(folder, "node_modules/@sitebay-tickets");
  for (const name of ["contract", "test-kit"]) {
    const source = path.join(root, "packages", name);
    const tarball = path.join(folder, `${name}.tgz`);
    runToEnd("pnpm", ["pack", "--out", tarball], source);
    const target = path.join(scope, name);
    mkdirSync(target, { recursive: true });
    runToEnd("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"], folder);
    for (const dependency of dependenciesOf(source)) {
      const link = path.join(folder, "node_modules", dependency);
      symlinkSync(path.join(source, "node_modules", dependency), link);
    }
  }
  return path.join(scope, "test-kit");
}

/** Those of others: ours are packed. */
function dependenciesOf(folder: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => !name.startsWith("@sitebay-tickets/"));
}
