#!/usr/bin/env node
import packageJson from "../package.json" with { type: "json" };
import { isAtLeast } from "./node-version.ts";

const wanted = packageJson.engines.node.replace(">=", "");

if (isAtLeast(process.versions.node, wanted)) {
  // Loaded only now: an older Node would stop at the syntax, with a message that helps nobody.
  const { runCli } = await import("./cli.ts");
  const { interruptionSignal } = await import("./command/interruption.ts");
  process.exitCode = await runCli(process.argv, interruptionSignal());
} else {
  console.error(`sitebay-tickets: Node ${wanted} or newer is needed; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
}
