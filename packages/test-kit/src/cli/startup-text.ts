import { spec } from "@sitebay-tickets/contract";
import { faultText } from "../faults/fault-text.ts";
import type { ServerAddress } from "../server/server-address.ts";
import type { CredentialOptions } from "../world/credentials.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { curlLines } from "./curl-lines.ts";

/** What a user of the mock wants to know first: where it is, what it accepts, and lines to paste. */
export function startupText(
  address: ServerAddress,
  world: TicketWorld,
  credentials: Required<CredentialOptions>,
): string {
  const { keys, cookies, accounts } = credentials;
  const faults = world.faults.list().map(({ rule }) => `  ${faultText(rule)}`);
  return [
    `Serving ${world.size} ${world.profile} tickets (seed ${world.seed}) at ${address.url}`,
    `To look at it, and to make it fail: ${address.controlUrl}`,
    `The same for programs: ${address.controlUrl}/openapi.yaml`,
    ...(faults.length > 0 ? ["", "Faults in force:", ...faults] : []),
    "",
    "Credentials:",
    ...keys.map(({ token, scope = "readwrite" }) => `  Authorization: Bearer ${token}   (${scope})`),
    ...cookies.map(({ value, scope = "readwrite" }) => `  Cookie: ${spec.cookieName}=${value}   (${scope})`),
    ...accounts.map(({ username, password }) => `  ${username} with the password ${password}`),
    "",
    "Try:",
    ...curlLines(address, world, credentials).map((line) => `  ${line}`),
    "",
    "Ctrl-C stops it.",
    "",
  ].join("\n");
}
