import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { createTicketWorld } from "@sitebay-tickets/test-kit";
import { serve, type TicketServer } from "@sitebay-tickets/test-kit/server";
import { Command, InvalidArgumentError } from "commander";
import { firstRows } from "./demo/first-rows.ts";
import { root } from "./repository.ts";

const user = { username: "ada@example.com", password: "demo-password" };
const out = "out/demo";

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("A whole number is wanted.");
  return Number(value);
}

/** Runs the real command in a process of its own, as a user would, logging in with a password. */
async function runExport(server: TicketServer): Promise<number> {
  const command = path.join(root, "packages/sync/src/main.ts");
  const child = spawn(process.execPath, [command, "export", "--out", out, "--format", "json,ndjson,csv"], {
    cwd: root,
    stdio: "inherit",
    // A group of its own: on Ctrl-C the terminal tells us alone, and we tell the child once.
    detached: true,
    env: {
      ...process.env,
      SITEBAY_BASE_URL: server.url,
      SITEBAY_TOKEN: "",
      SITEBAY_TOKEN_FILE: "",
      SITEBAY_COOKIE: "",
      SITEBAY_USERNAME: user.username,
      SITEBAY_PASSWORD: user.password,
    },
  });
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => child.kill(name));
  const [code] = await once(child, "exit");
  return typeof code === "number" ? code : 1;
}

async function main(): Promise<number> {
  const { tickets, seed } = new Command("demo")
    .description("Exports a seeded ticket service over HTTP into out/demo.")
    .option("--tickets <count>", "how many tickets the service holds", wholeNumber, 250)
    .option("--seed <number>", "which tickets: the same seed, the same tickets", wholeNumber, 1)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .parse()
    .opts<{ tickets: number; seed: number }>();

  // Each demo starts afresh, or large ones would fill the disk.
  rmSync(path.join(root, out), { recursive: true, force: true });
  await using server = await serve(
    createTicketWorld({ tickets, seed, profile: "nasty", credentials: { accounts: [user] } }),
  );
  console.log(`A ticket service with ${tickets} tickets listens on ${server.url}`);
  console.log(`$ sitebay-tickets export --out ${out} --format json,ndjson,csv\n`);
  const code = await runExport(server);
  if (code !== 0) return code;

  const latest = path.join(out, "latest");
  console.log("\nThe first rows of tickets.csv:\n");
  for (const line of await firstRows(path.join(root, latest, "tickets.csv"), 5)) console.log(`  ${line}`);
  console.log(`
Try next:
  ls ${latest}/
  (cd ${latest} && sha256sum -c SHA256SUMS)
  npx -y pnpm@12.21.0 demo --tickets 20000
  npx -y pnpm@12.21.0 sitebay-tickets-mock      the same service, for your own programs
  npx -y pnpm@12.21.0 sitebay-tickets --help    the same export, from the real service`);
  return 0;
}

process.exitCode = await main();
