import { checkedRule, isFaultKind, targetOptions } from "./check-rule.ts";
import { type FaultRule, faultOptions } from "./fault-rule.ts";

/**
 * A fault as a command line names it: its kind, then options. Of several values one follows the other
 * with a plus.
 *
 * @throws TypeError that names the part that is wrong
 * @example parseFault("rateLimit:retryAfter=2,operation=listTickets+getTicket,times=3,probability=0.5")
 */
export function parseFault(text: string): FaultRule {
  const colon = text.indexOf(":");
  const kind = colon === -1 ? text : text.slice(0, colon);
  const options = colon === -1 ? [] : text.slice(colon + 1).split(",");
  const types: Readonly<Record<string, string>> = { ...(isFaultKind(kind) && faultOptions[kind]), ...targetOptions };
  const entries = options.map((option) => {
    const [name = "", ...value] = option.split("=");
    if (value.length === 0) throw new TypeError(`${JSON.stringify(option)} is no option: write ${name}=…`);
    return [name.trim(), readValue(value.join("=").trim(), types[name.trim()])];
  });
  return checkedRule({ kind, ...Object.fromEntries(entries) });
}

/** What cannot be read as its type stays text: whoever checks the rule says what was wanted. */
function readValue(text: string, type: string | undefined): unknown {
  if (type === "operation" || type === "drifts") return text.split("+");
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return type !== "boolean" && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
