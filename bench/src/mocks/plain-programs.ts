import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import path from "node:path";

const sources = path.join(import.meta.dirname, "servers");
const packages = path.resolve(import.meta.dirname, "../../node_modules");

/**
 * Writes the peers' programs as plain JavaScript, as ours is when it is installed: to strip types
 * takes Node longer than all else that it does before it listens.
 *
 * @returns the folder that they stand in
 */
export function writePrograms(folder: string): string {
  const programs = path.join(folder, "servers");
  mkdirSync(programs);
  symlinkSync(packages, path.join(programs, "node_modules"));
  writeFileSync(path.join(programs, "package.json"), '{ "type": "module" }');
  for (const name of readdirSync(sources)) {
    const text = stripTypeScriptTypes(readFileSync(path.join(sources, name), "utf8"));
    writeFileSync(path.join(programs, name.replace(/\.ts$/, ".js")), text.replaceAll('.ts";', '.js";'));
  }
  return programs;
}
