import type { paths, TicketCreate } from "@sitebay-tickets/contract";
import { bearer, createTicketClient } from "@sitebay-tickets/core";
import { report } from "@sitebay-tickets/core/validation";
import axios from "axios";
import ky from "ky";
import createFetchClient from "openapi-fetch";

const TOKEN = "demo-token";
const Authorization = `Bearer ${TOKEN}`;

/** One way to ask the service: what it returns is the parsed answer. */
export interface Asking {
  get(id: string): Promise<unknown>;
  create(ticket: TicketCreate): Promise<unknown>;
  list(): Promise<unknown>;
}

export interface Contender {
  readonly name: string;
  readonly connect: (baseUrl: string) => Asking;
  /** A module that exports what a program would import, for its size. */
  readonly module: string;
}

/** The one whose time the others' are compared with. */
export const reference = "openapi-fetch alone";

export const contenders: readonly Contender[] = [
  {
    name: "plain fetch",
    module: "export const get = async (url, headers) => (await fetch(url, { headers })).json();",
    connect(baseUrl) {
      const ask = async (path: string, init?: RequestInit) => {
        const headers = { Accept: "application/json", "Content-Type": "application/json", Authorization };
        const response = await fetch(baseUrl + path, { ...init, headers });
        if (!response.ok) throw new Error(`status ${response.status}`);
        return await response.json();
      };
      return {
        get: (id) => ask(`/support/ticket/${id}`),
        create: (ticket) => ask("/support/ticket", { method: "POST", body: JSON.stringify(ticket) }),
        list: () => ask("/support/ticket"),
      };
    },
  },
  {
    name: reference,
    module: 'import createClient from "openapi-fetch"; export { createClient };',
    connect(baseUrl) {
      const client = createFetchClient<paths>({ baseUrl, headers: { Accept: "application/json", Authorization } });
      const taken = <T>({ data, response }: { data?: T; response: Response }) => {
        if (data === undefined) throw new Error(`status ${response.status}`);
        return data;
      };
      return {
        get: async (id) =>
          taken(await client.GET("/support/ticket/{ticket_id}", { params: { path: { ticket_id: id } } })),
        create: async (body) => taken(await client.POST("/support/ticket", { body })),
        list: async () => taken(await client.GET("/support/ticket")),
      };
    },
  },
  {
    name: "ky",
    module: 'import ky from "ky"; export { ky };',
    connect(baseUrl) {
      const client = ky.create({ baseUrl: `${baseUrl}/`, headers: { Authorization } });
      return {
        get: (id) => client.get(`support/ticket/${id}`).json(),
        create: (json) => client.post("support/ticket", { json }).json(),
        list: () => client.get("support/ticket").json(),
      };
    },
  },
  {
    name: "axios",
    module: 'import axios from "axios"; export { axios };',
    connect(baseURL) {
      const client = axios.create({ baseURL, headers: { Authorization } });
      return {
        get: async (id) => (await client.get(`/support/ticket/${id}`)).data,
        create: async (ticket) => (await client.post("/support/ticket", ticket)).data,
        list: async () => (await client.get("/support/ticket")).data,
      };
    },
  },
  {
    name: "our client",
    module:
      'import { bearer, createTicketClient } from "@sitebay-tickets/core"; export { bearer, createTicketClient };',
    connect: (baseUrl) => ours(createTicketClient({ baseUrl, auth: bearer(TOKEN) })),
  },
  {
    name: "our client with report()",
    module:
      'export { bearer, createTicketClient } from "@sitebay-tickets/core"; export { report } from "@sitebay-tickets/core/validation";',
    connect: (baseUrl) => ours(createTicketClient({ baseUrl, auth: bearer(TOKEN), validate: report() })),
  },
];

function ours({ tickets }: ReturnType<typeof createTicketClient>): Asking {
  return { get: (id) => tickets.get(id), create: (ticket) => tickets.create(ticket), list: () => tickets.list() };
}
