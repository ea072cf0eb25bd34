import { Command, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import type { FaultRule } from "../faults/fault-rule.ts";
import { type ScenarioName, scenarioNames } from "../faults/scenarios.ts";
import type { Profile } from "../fixtures/draw.ts";
import { MOST_TICKETS } from "../world/seeded-tickets.ts";
import { HELP_WIDTH, helpText } from "./help-text.ts";
import { addFault, addToken, integer, type TokenOption } from "./option-values.ts";

export interface MockOptions {
  readonly port: number;
  readonly host: string;
  /** undefined when none were asked for. */
  readonly tickets?: number;
  readonly seed: number;
  readonly profile: Profile;
  readonly token?: readonly TokenOption[];
  readonly scenario?: ScenarioName;
  readonly fault?: readonly FaultRule[];
  readonly log?: true;
  /** Where to write, at the end, what requests exercised of the API. */
  readonly coverage?: string;
  readonly watch?: true;
  /** The command was started by one that watches, and serves the connections that it hands over. */
  readonly watched?: true;
}

/** What the command takes. It throws a CommanderError where another program would end. */
export function mockCommand(output: { out(text: string): unknown; error(text: string): unknown }): Command {
  return (
    new Command("sitebay-tickets-mock")
      .description("Serves a mock of SiteBay's support-ticket API.")
      .optionsGroup("Where it listens:")
      .option("--port <number>", "0 for any free port", integer(0, 65_535), 4010)
      .option("--host <address>", "0.0.0.0: also from other machines", "127.0.0.1")
      .optionsGroup("What it holds:")
      .option("--tickets <number>", "how many there are to begin with (default: 25)", integer(0, MOST_TICKETS))
      .option(
        "--seed <number>",
        "same seed, same tickets",
        integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
        1,
      )
      .addOption(
        new Option("--profile <name>", "nasty: all that breaks exports")
          .choices(["realistic", "nasty"])
          .default("realistic"),
      )
      .option(
        "--token <token>",
        "accept it, in place of the demo's tokens; read:TOKEN: for reading only (repeatable)",
        addToken,
      )
      .optionsGroup("How it fails:")
      .addOption(new Option("--scenario <name>", "a bad time, of those below").choices(scenarioNames))
      .option("--fault <fault>", "one way to fail, of those below (repeatable)", addFault)
      .optionsGroup("How it runs:")
      .option("--log", "print a line for each request")
      .addOption(
        new Option("--coverage <file>", "at the end write what was exercised of the API, as JSON").conflicts("watch"),
      )
      .option("--watch", "when the API's contract is generated anew, serve the new one, with the same state")
      .addOption(new Option("--watched").hideHelp())
      .version(packageJson.version)
      .helpOption("-h, --help", "display help for command")
      // What has a list of its own below need not stand in a line of choices.
      .configureHelp({
        optionDescription: (option) => (option.long === "--scenario" ? option.description : defaultDescription(option)),
      })
      .addHelpText("after", helpText)
      .allowExcessArguments(false)
      .configureOutput({
        writeOut: output.out,
        writeErr: output.error,
        getOutHelpWidth: () => HELP_WIDTH,
        // A suggestion would stand on a line of its own.
        outputError: (text, write) => write(`${text.trim().replaceAll(/\s*\n\s*/g, " ")}\n`),
      })
      .exitOverride()
  );
}

function defaultDescription(option: Option): string {
  return new Command().createHelp().optionDescription(option);
}
