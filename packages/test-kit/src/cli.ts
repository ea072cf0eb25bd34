import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { type DriftKind, driftKinds, isDriftKind } from "./drift/drift-kind.ts";
import type { Profile } from "./fixtures/draw.ts";
import { serve, type TicketServer } from "./server.ts";
import { startupText } from "./startup-text.ts";
import { type CredentialOptions, demoCredentials, type Scope } from "./world/credentials.ts";
import { createTicketWorld } from "./world/ticket-world.ts";

/** What the command needs of the process that it runs in. */
interface CliEnvironment {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Aborted when the process is told to stop. */
  readonly stop: AbortSignal;
}

/**
 * `sitebay-tickets-mock`: serves a world until told to stop.
 *
 * @param args what follows the command's name
 * @returns the exit code: 0 stopped as told (Ctrl-C and SIGTERM are how a server is told) or help
 *   was asked for, 1 cannot listen, 2 wrong usage
 */
export async function runCli(args: readonly string[], { stdout, stderr, stop }: CliEnvironment): Promise<number> {
  const command = mockCommand().configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
  });
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }

  const { port, host, seed, tickets, profile, token, drift } = command.opts<MockOptions>();
  const credentials = credentialsOf(token);
  const world = createTicketWorld({ seed, tickets, profile, credentials });
  let server: TicketServer;
  try {
    server = await serve(world, { port, host, drift });
  } catch (error) {
    stderr.write(`error: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
  stdout.write(startupText(server.url, world, credentials, drift));
  await aborted(stop);
  await server.close();
  return 0;
}

interface MockOptions {
  readonly port: number;
  readonly host: string;
  readonly tickets: number;
  readonly seed: number;
  readonly profile: Profile;
  readonly token: readonly TokenOption[];
  readonly drift: readonly DriftKind[];
}

interface TokenOption {
  readonly token: string;
  readonly scope: Scope;
}

function mockCommand(): Command {
  return new Command("sitebay-tickets-mock")
    .description("Serves a mock of SiteBay's support-ticket API.")
    .version(packageJson.version)
    .option("--port <number>", "where to listen; 0 for any free port", integer(0, 65_535), 4010)
    .option("--host <address>", "which address to listen on", "127.0.0.1")
    .option("--tickets <number>", "how many tickets there are to begin with", integer(0, 1_000_000_000), 25)
    .option("--seed <number>", "same seed, same tickets", integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), 1)
    .addOption(
      new Option("--profile <name>", "what the tickets are like").choices(["realistic", "nasty"]).default("realistic"),
    )
    .option("--token <token>", "accept this token; read:TOKEN for one that may only read (repeatable)", addToken, [])
    .addOption(
      new Option("--drift <kinds>", `depart from the spec in these ways, comma-separated: ${driftKinds.join(", ")}`)
        .default([], "none")
        .argParser(driftList),
    )
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .exitOverride();
}

function integer(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[-+]?\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be an integer from ${least} to ${most}.`);
    }
    return value;
  };
}

function addToken(text: string, before: readonly TokenOption[]): readonly TokenOption[] {
  const [, scope, token] = /^(?:(read):)?(.*)$/s.exec(text) ?? [];
  if (!token) throw new InvalidArgumentError("The token is empty.");
  return [...before, { token, scope: scope === "read" ? "read" : "readwrite" }];
}

function driftList(text: string): DriftKind[] {
  const names = text.split(",").map((name) => name.trim());
  return names.map((name) => {
    if (isDriftKind(name)) return name;
    throw new InvalidArgumentError(`${JSON.stringify(name)} is none of ${driftKinds.join(", ")}.`);
  });
}

/** Tokens that are given replace those of the demo. */
function credentialsOf(tokens: readonly TokenOption[]): Required<CredentialOptions> {
  return tokens.length > 0 ? { ...demoCredentials, keys: tokens } : demoCredentials;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
