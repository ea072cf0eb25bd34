import { matchPath, type OperationId, operations } from "@sitebay-tickets/contract";
import { createTicketWorld, demoCredentials } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { describe, expect, test } from "vitest";
import { bearer, createTicketClient, password, type TicketClient } from "../src/index.ts";

const [account] = demoCredentials.accounts;
const [key] = demoCredentials.keys;

/** The method of the client that each operation has. One that joins the spec has to join here. */
const methods: Record<OperationId, (client: TicketClient, id: string, team: string) => Promise<unknown>> = {
  login: (client) => client.tickets.list(),
  listTickets: (client) => client.tickets.list(),
  createTicket: (client, _, team_id) => client.tickets.create({ team_id, subject: "s", description: "d" }),
  getTicket: (client, id) => client.tickets.get(id),
  updateTicket: (client, id) => client.tickets.update(id, { openai_custom_instructions: null }),
  deleteTicket: (client, id) => client.tickets.delete(id),
  listTicketReplies: (client, id) => client.replies.list(id, { page: 2, size: 5 }),
  createTicketReply: (client, id) => client.replies.create(id, { description: "d" }),
  listTeamTickets: (client, _, team) => client.tickets.listOfTeam(team, { page: 1, size: 5 }),
};

describe.each(Object.values(operations))("$id", ({ id, method, path, success }) => {
  test("is what its method asks of the mock service, with success", async () => {
    const world = createTicketWorld({ tickets: 1 });
    await using server = await serve(world);
    const answers: { id: OperationId | undefined; method: string; status: number }[] = [];
    const client = createTicketClient({
      baseUrl: server.url,
      auth: id === "login" ? password(account) : bearer(key.token),
      async fetch(request) {
        const response = await fetch(request);
        const match = matchPath(new URL(request.url).pathname.replace("/f/api/v1", ""));
        answers.push({ id: match?.operations[method], method: request.method, status: response.status });
        return response;
      },
    });
    const [ticket] = world.listTickets();
    await methods[id](client, ticket?.id ?? "", ticket?.team_id ?? "");
    expect(answers[0], path).toEqual({ id, method, status: success });
  });
});
