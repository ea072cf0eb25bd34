import type { ServerAddress } from "../server/server-address.ts";
import type { CredentialOptions } from "../world/credentials.ts";
import type { TicketWorld } from "../world/ticket-world.ts";

/** Lines for a shell that work as they stand: reading, writing, logging in, and making the mock fail. */
export function curlLines(
  { url, controlUrl }: ServerAddress,
  world: TicketWorld,
  { keys, accounts }: Required<CredentialOptions>,
): string[] {
  const lines: string[] = [];
  const [ticket] = world.listTickets();
  const reader = keys[0]?.token;
  const writer = keys.find(({ scope }) => scope !== "read")?.token;
  if (reader !== undefined) lines.push(`curl -H ${bearer(reader)} ${url}/support/ticket`);
  if (ticket && reader !== undefined) {
    lines.push(`curl -H ${bearer(reader)} ${url}/support/ticket/${ticket.id}`);
    lines.push(`curl -H ${bearer(reader)} ${quote(`${url}/team/${ticket.team_id}/ticket?page=1&size=10`)}`);
  }
  if (ticket && writer !== undefined) {
    const body = quote(JSON.stringify({ description: "Is there any news?" }));
    lines.push(`curl -H ${bearer(writer)} ${JSON_TYPE} -d ${body} ${url}/support/ticket/${ticket.id}/reply`);
  }
  const account = accounts[0];
  if (account) {
    const fields = [`username=${account.username}`, `password=${account.password}`];
    const data = fields.map((field) => `--data-urlencode ${quote(field)}`).join(" ");
    lines.push(`curl ${data} ${url}/auth/jwt/login`);
  }
  const fault = quote(JSON.stringify({ kind: "rateLimit", retryAfter: 2, times: 1 }));
  lines.push(`curl ${JSON_TYPE} -d ${fault} ${controlUrl}/faults`);
  return lines;
}

const JSON_TYPE = "-H 'Content-Type: application/json'";

function bearer(token: string): string {
  return quote(`Authorization: Bearer ${token}`);
}

/** As one word for a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
