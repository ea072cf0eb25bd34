import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { operations, type Ticket, tables } from "@sitebay-tickets/contract";
import { schemas } from "@sitebay-tickets/contract/schemas";
import { validators } from "@sitebay-tickets/contract/validators";
import { bearer, createTicketClient, isTicketApiError } from "@sitebay-tickets/core";
import { report } from "@sitebay-tickets/core/validation";
import { exportTickets } from "@sitebay-tickets/sync";
import { createTicketWorld, demoCredentials } from "@sitebay-tickets/test-kit";
import { handlers } from "@sitebay-tickets/test-kit/msw";
import { serve } from "@sitebay-tickets/test-kit/server";

const world = createTicketWorld({ tickets: 3 });
const server = await serve(world);
const auth = bearer(demoCredentials.keys[0].token);
const client = createTicketClient({ baseUrl: server.url, auth, validate: report() });

const subjects: string[] = [];
for await (const ticket of client.tickets.stream()) {
  const valid: Ticket = ticket;
  if (!validators.Ticket(valid)) throw new Error("the mock sends tickets that break the contract");
  subjects.push(valid.subject);
}
const ofTeam: Ticket[] = [];
for await (const ticket of client.tickets.ofTeam([...world.listTickets()][0]?.team_id ?? "")) ofTeam.push(ticket);
if (ofTeam.length === 0) throw new Error("the team's tickets did not come");
const refused = await client.tickets.get("no-uuid").catch((error: unknown) => error);
if (!isTicketApiError(refused) || refused.status !== 422)
  throw new Error("a bad id was not refused", { cause: refused });
// @ts-expect-error a ticket needs a team
client.tickets.create satisfies (body: { subject: string; description: string }) => unknown;

const { folder } = await exportTickets({ auth, baseUrl: server.url, out: "from-program", formats: ["csv"] });
const header = readFileSync(`${folder}/tickets.csv`, "utf8").split("\r\n", 1)[0];
const columns = tables.tickets.columns.map((column) => column.name).join(",");
if (header !== columns) throw new Error(`unexpected CSV header: ${header}`);

await promisify(execFile)("node_modules/.bin/sitebay-tickets", ["export", "--out", "from-command"], {
  env: { ...process.env, SITEBAY_BASE_URL: server.url, SITEBAY_TOKEN: demoCredentials.keys[0].token },
});
const lines = readFileSync("from-command/latest/tickets.ndjson", "utf8").trimEnd().split("\n");
await server.close();

const handled = handlers(world).length - 1; // the last one is for all else
if (handled !== Object.keys(operations).length) throw new Error(`${handled} msw handlers`);
if (lines.length !== subjects.length) throw new Error(`${lines.length} tickets were exported, not ${subjects.length}`);
if (schemas.Ticket.type !== "object") throw new Error("the schemas are not there");
console.log(`a stranger's program read ${subjects.length} tickets and exported them twice`);
