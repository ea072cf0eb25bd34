import { createHash } from "node:crypto";
import { createTicketWorld, exchange } from "@sitebay-tickets/test-kit";

/** Prints a digest of much of what worlds of one seed say: lists, pages, logins, faults that were drawn. */
const hash = createHash("sha256");

for (const profile of ["realistic", "nasty"] as const) {
  const world = createTicketWorld({ seed: 11, tickets: 2000, profile, faults: [{ kind: "drift" }] });
  world.faults.add({ kind: "serverError", probability: 0.3, operation: "listTeamTickets" });
  const headers = { authorization: "Bearer demo-token" };
  const team = [...world.listTickets()][0]?.team_id;
  const paths = ["/support/ticket", ...Array.from({ length: 20 }, () => `/team/${team}/ticket`)];
  for (const path of paths) {
    const { status, body } = await exchange(world, { method: "GET", path, query: "", headers, body: undefined });
    hash.update(`${status} `);
    for (const piece of body) hash.update(piece);
  }
  hash.update(world.credentials.login("ada@example.com", "demo-password") ?? "");
  hash.update(JSON.stringify(world.snapshot()));
}

console.log(hash.digest("hex"));
