import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Does what `npx -y pnpm@12.21.0 [--silent] SCRIPT …` does, where everything is installed already. */
const [yes, tool, ...rest] = process.argv.slice(2);
if (yes !== "-y" || tool !== "pnpm@12.21.0") throw new Error(`npx: unknown: ${process.argv.slice(2).join(" ")}`);
const [name = "", ...args] = rest.filter((argument, i) => i > 0 || argument !== "--silent");
const script: unknown = JSON.parse(readFileSync("package.json", "utf8")).scripts[name];
if (typeof script !== "string") throw new Error(`pnpm: no script ${name}`);
const { status } = spawnSync("sh", ["-c", `${script} "$@"`, name, ...args], { stdio: "inherit" });
process.exitCode = status ?? 1;
