import process from "node:process";
import { runCases } from "./run-cases.ts";

/** Runs the cases in Node, Bun or Deno, and prints the outcomes as JSON: `main.ts BASE_URL NOWHERE`. */
const [, , baseUrl = "", nowhere = ""] = process.argv;
const { bun, deno, node } = process.versions;
console.log(JSON.stringify({ version: bun ?? deno ?? node, outcomes: await runCases(baseUrl, nowhere) }));
// Some cases leave an answer that never ends.
process.exit();
