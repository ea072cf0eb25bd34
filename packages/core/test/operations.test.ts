import { matchPath, type OperationId, operations } from "@sitebay-tickets/contract";
import { createTicketWorld, demoCredentials } from "@sitebay-tickets/test-kit";
import { serve } from "@sitebay-tickets/test-kit/server";
import { describe, expect, test } from "vitest";
import { bearer, createTicketClient, password } from "../src/index.ts";
import { operationCalls } from "./support/operation-calls.ts";

const [account] = demoCredentials.accounts;
const [key] = demoCredentials.keys;

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
    await operationCalls[id](client, { ticketId: ticket?.id ?? "", teamId: ticket?.team_id ?? "" });
    expect(answers[0], path).toEqual({ id, method, status: success });
  });
});
