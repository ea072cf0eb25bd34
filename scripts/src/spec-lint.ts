import { enableCompileCache } from "node:module";
import { mergedFindings } from "./lint/merged-findings.ts";
import { lintWithRedocly } from "./lint/redocly-findings.ts";
import { curationFile, fromRoot, redoclyConfig, specFile } from "./repository.ts";

// There is nothing to choose; who asks for anything but help is told so.
if (process.argv.length > 2) (await import("./lint/usage.ts")).explainUsage();

const redocly = lintWithRedocly(specFile, redoclyConfig);
// Loaded while Redocly runs, and from the second time on without being compiled: loading is half of our own time.
enableCompileCache();
const { lintOurselves } = await import("./lint/lint-ourselves.ts");
const found = mergedFindings([...lintOurselves(), ...(await redocly)]);
for (const { file, line, message, rule, fix } of found)
  console.error(`${file}:${line}: ${message} (${rule})\n  Fix: ${fix}`);
if (found.length > 0) {
  console.error(`spec:lint: ${found.length} ${found.length === 1 ? "finding" : "findings"}`);
  process.exitCode = 1;
} else {
  console.log(`spec:lint: nothing to say against ${fromRoot(specFile)} and ${fromRoot(curationFile)}`);
}
