import { spec } from "@sitebay-tickets/contract";
import { faultText } from "./faults/fault-text.ts";
import type { CredentialOptions } from "./world/credentials.ts";
import type { TicketWorld } from "./world/ticket-world.ts";

/** What a user of the mock wants to know first: where it is, what it accepts, and lines to paste. */
export function startupText(url: string, world: TicketWorld, credentials: Required<CredentialOptions>): string {
  const { keys, cookies, accounts } = credentials;
  const lines = [
    `Serving ${world.size} ${world.profile} tickets (seed ${world.seed}) at ${url}`,
    ...world.faults.list().map(({ rule }) => `It fails: ${faultText(rule)}`),
    "",
    "Credentials:",
    ...keys.map(({ token, scope = "readwrite" }) => `  Authorization: Bearer ${token}   (${scope})`),
    ...cookies.map(({ value, scope = "readwrite" }) => `  Cookie: ${spec.cookieName}=${value}   (${scope})`),
    ...accounts.map(({ username, password }) => `  ${username} with the password ${password}`),
    "",
    "Try:",
    ...curlLines(url, world, credentials).map((line) => `  ${line}`),
    "",
    "Ctrl-C stops it.",
    "",
  ];
  return lines.join("\n");
}

function curlLines(url: string, world: TicketWorld, { keys, accounts }: Required<CredentialOptions>): string[] {
  const lines: string[] = [];
  const [ticket] = world.listTickets();
  const reader = keys[0]?.token;
  const writer = keys.find(({ scope }) => scope !== "read")?.token;
  if (reader !== undefined) lines.push(`curl -H ${bearer(reader)} ${url}/support/ticket`);
  if (ticket && reader !== undefined) lines.push(`curl -H ${bearer(reader)} ${url}/support/ticket/${ticket.id}`);
  if (ticket && reader !== undefined) {
    lines.push(`curl -H ${bearer(reader)} ${quote(`${url}/team/${ticket.team_id}/ticket?page=1&size=10`)}`);
  }
  if (ticket && writer !== undefined) {
    const body = quote(JSON.stringify({ description: "Is there any news?" }));
    const address = `${url}/support/ticket/${ticket.id}/reply`;
    lines.push(`curl -H ${bearer(writer)} -H 'Content-Type: application/json' -d ${body} ${address}`);
  }
  const account = accounts[0];
  if (account) {
    const fields = [`username=${account.username}`, `password=${account.password}`];
    const data = fields.map((field) => `--data-urlencode ${quote(field)}`).join(" ");
    lines.push(`curl ${data} ${url}/auth/jwt/login`);
  }
  return lines;
}

function bearer(token: string): string {
  return quote(`Authorization: Bearer ${token}`);
}

/** As one word for a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
