#!/usr/bin/env node
import { runCli } from "./cli.ts";
import { interruptionSignal } from "./command/interruption.ts";

process.exitCode = await runCli(process.argv, interruptionSignal());
