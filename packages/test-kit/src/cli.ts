import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { type FaultRule, faultKinds } from "./faults/fault-rule.ts";
import { parseFault } from "./faults/parse-fault.ts";
import { type Scenario, type ScenarioName, scenarioNames, scenarios } from "./faults/scenarios.ts";
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

  const { port, host, seed, tickets, profile, token, scenario, fault } = command.opts<MockOptions>();
  const credentials = credentialsOf(token);
  const { tickets: wanted = tickets, faults }: Scenario = scenario ? scenarios[scenario] : { summary: "", faults: [] };
  const world = createTicketWorld({
    seed,
    // A number that was asked for counts, whatever the scenario's.
    tickets: command.getOptionValueSource("tickets") === "cli" ? tickets : wanted,
    profile,
    credentials,
    faults: [...fault, ...faults],
  });
  let server: TicketServer;
  try {
    server = await serve(world, { port, host });
  } catch (error) {
    stderr.write(`error: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
  stdout.write(startupText(server.url, world, credentials));
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
  readonly scenario?: ScenarioName;
  readonly fault: readonly FaultRule[];
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
    .addOption(new Option("--scenario <name>", "a bad time that the service has").choices(scenarioNames))
    .option(
      "--fault <fault>",
      `one way to fail: ${faultKinds.join(", ")}; with options such as rateLimit:retryAfter=2,operation=listTickets,times=3,probability=0.5 (repeatable)`,
      addFault,
      [],
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

function addFault(text: string, before: readonly FaultRule[]): readonly FaultRule[] {
  try {
    return [...before, parseFault(text)];
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
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
