import { AuthenticationError, bearer, cookie, PermissionError, password } from "../../../src/index.ts";
import { rejectionOf } from "../../../test/support/rejection.ts";
import type { Case } from "../case.ts";
import { same } from "../check.ts";

const ada = { username: "ada@example.com", password: "demo-password" };

export const credentials: readonly Case[] = [
  {
    name: "five calls with one stale token cost one login, and all succeed",
    faults: [{ kind: "expireToken", operation: "getTicket", times: 1 }],
    // The first login is not for them: it gives the token that goes stale.
    receives: { login: 2, listTickets: 1, getTicket: 10 },
    async run({ connect, ticket }) {
      const { tickets } = connect({ auth: password(ada) });
      await tickets.list();
      same(await Promise.all(Array.from({ length: 5 }, () => tickets.get(ticket.id))), Array(5).fill(ticket));
    },
  },
  {
    name: "a password that is wrong is refused",
    receives: { login: 1 },
    async run({ connect, ticket }) {
      const { tickets } = connect({ auth: password({ ...ada, password: "wrong" }) });
      const { operation, status } = await rejectionOf(tickets.get(ticket.id), AuthenticationError);
      same([operation, status], ["login", 400]);
    },
  },
  {
    name: "the session cookie is enough",
    receives: { getTicket: 1 },
    async run({ connect, ticket }) {
      // A page sends the cookie that the browser has.
      if ("cookieStore" in globalThis) await globalThis.cookieStore.set("msb", "demo-cookie");
      same(await connect({ auth: cookie("demo-cookie") }).tickets.get(ticket.id), ticket);
    },
  },
  {
    name: "a key that may only read is told so when it writes",
    receives: { deleteTicket: 1 },
    async run({ connect, ticket }) {
      const { tickets } = connect({ auth: bearer("demo-read-token") });
      same((await rejectionOf(tickets.delete(ticket.id), PermissionError)).status, 403);
    },
  },
];
