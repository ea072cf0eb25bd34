import { globSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.ts";
import { runCommand } from "./run-command.ts";

/** The published packages' folders, each after those that it depends on. */
const PACKAGES = ["contract", "core", "test-kit", "sync"];

/** Builds and packs every package, and has each tarball judged. Returns the tarballs' paths. */
export function packPackages(destination: string): string[] {
  return PACKAGES.map((name) => {
    const folder = path.join(root, "packages", name);
    runCommand("pnpm", ["pack", "--pack-destination", destination], { cwd: folder });
    const [tarball] = globSync(`sitebay-tickets-${name}-*.tgz`, { cwd: destination });
    if (tarball === undefined) throw new Error(`pnpm pack left no tarball of ${name} in ${destination}`);
    const file = path.join(destination, tarball);
    const bin = path.join(root, "scripts/node_modules/.bin");
    runCommand(path.join(bin, "publint"), [file, "--strict"], { cwd: root });
    runCommand(path.join(bin, "attw"), [file, "--profile", "esm-only"], { cwd: root });
    console.log(`packages: ${tarball} is clean`);
    return file;
  });
}
