import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { root } from "../repository.ts";
import { runCommand } from "./run-command.ts";

/** What a stranger's project has of its own, in the versions that the workspace tests with. */
const PEERS = ["typescript", "msw", "vitest", "@types/node"];

/**
 * Installs the tarballs with npm into an empty project, type-checks a program against them, runs it,
 * and calls the commands that they bring.
 *
 * @param folder where to make the project: outside the workspace, so that nothing resolves into it
 */
export function useAsStranger(folder: string, tarballs: readonly string[]): void {
  const project = path.join(folder, "project");
  mkdirSync(project);
  cpSync(path.join(root, "scripts/stranger"), project, { recursive: true });
  writeFileSync(
    path.join(project, "package.json"),
    JSON.stringify({ name: "stranger", private: true, type: "module" }),
  );
  runCommand("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs, ...PEERS.map(pinned)], {
    cwd: project,
  });

  const command = (name: string, ...args: string[]) =>
    runCommand(path.join(project, "node_modules/.bin", name), args, { cwd: project });
  command("tsc", "--project", "tsconfig.json");
  console.log("packages: the types hold in a project outside the workspace");
  console.log(`packages: ${runCommand(process.execPath, ["program.ts"], { cwd: project }).trim()}`);
  command("vitest", "run");
  console.log("packages: a stranger's test passes in vitest");
  for (const name of ["sitebay-tickets", "sitebay-tickets-mock"]) {
    console.log(`packages: ${name} ${command(name, "--version").trim()} starts`);
  }
}

/** `msw@3.0.5`, from the workspace's catalog. */
function pinned(name: string): string {
  const workspace: { catalog: Record<string, string> } = parse(
    readFileSync(path.join(root, "pnpm-workspace.yaml"), "utf8"),
  );
  return `${name}@${workspace.catalog[name]}`;
}
