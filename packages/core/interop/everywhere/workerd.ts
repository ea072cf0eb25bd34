import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Program, runProgram } from "./program.ts";

/** One module, which may reach this machine too. */
const configuration = (baseUrl: string, nowhere: string) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "cases", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "2026-11-01",
      bindings = [(name = "BASE_URL", text = "${baseUrl}"), (name = "NOWHERE", text = "${nowhere}")],
      globalOutbound = "network",
    )),
    (name = "network", network = (allow = ["public", "private"])),
  ],
);
`;

/** Runs a module's `test` in workerd. @returns what it printed */
export async function runInWorkerd(
  workerd: Program,
  module: string,
  baseUrl: string,
  nowhere: string,
): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "sitebay-tickets-workerd-"));
  try {
    await writeFile(path.join(folder, "worker.js"), module);
    await writeFile(path.join(folder, "config.capnp"), configuration(baseUrl, nowhere));
    return await runProgram(workerd, "test", path.join(folder, "config.capnp"));
  } finally {
    await rm(folder, { recursive: true });
  }
}
