import { operations } from "@sitebay-tickets/contract";
import { Help } from "commander";
import { driftKinds } from "../drift/drift-kind.ts";
import { faultKinds, faultOptions } from "../faults/fault-rule.ts";
import { faultSummaries } from "../faults/fault-summaries.ts";
import { scenarioNames, scenarios } from "../faults/scenarios.ts";

/** Help is laid out for a terminal of that many columns. */
export const HELP_WIDTH = 80;

/** What follows the options in the command's help: scenarios and faults with all that they take. */
export function helpText(): string {
  return [
    "",
    "Scenarios:",
    ...table(scenarioNames.map((name) => [name, scenarios[name].summary])),
    "",
    "Faults, as KIND or KIND:OPTION=VALUE,OPTION=VALUE:",
    ...table(
      faultKinds.map((kind) => {
        const options = Object.keys(faultOptions[kind]);
        return [kind, `${faultSummaries[kind]}${options.length > 0 ? ` [${options.join(", ")}]` : ""}`];
      }),
    ),
    "",
    "Every fault also takes:",
    ...table([
      ["operation", `one of ${Object.keys(operations).join(", ")}, or several with + between`],
      ["times", "how often it strikes at most"],
      ["probability", "how likely, from 0 to 1"],
    ]),
    `The drifts are ${driftKinds.join(", ")}.`,
    "",
    "Examples:",
    "  sitebay-tickets-mock --tickets 500 --log",
    "  sitebay-tickets-mock --scenario flaky --seed 7",
    "  sitebay-tickets-mock --fault rateLimit:retryAfter=2,times=3",
    "  sitebay-tickets-mock --fault drop:operation=createTicket,performed=true",
    "  sitebay-tickets-mock --fault drift:drifts=null+missing-field,probability=0.5",
    "  sitebay-tickets-mock --token mine --token read:theirs",
    "",
    "sitebay-tickets-mock coverage FILE… adds up what --coverage wrote; --help tells.",
    "While it runs, /__mock shows what it received and changes what it does.",
    "Exit codes: 0 stopped, by Ctrl-C or SIGTERM · 1 cannot listen, or write · 2 wrong usage",
  ]
    .map((line) => (line.length > HELP_WIDTH ? help.boxWrap(line, HELP_WIDTH) : line))
    .join("\n");
}

const help = new Help();
help.helpWidth = HELP_WIDTH;

function table(rows: readonly (readonly [term: string, description: string])[]): string[] {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.flatMap(([term, description]) => help.formatItem(term, width, description, help).split("\n"));
}
