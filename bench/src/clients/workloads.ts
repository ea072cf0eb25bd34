import type { Asking } from "./contenders.ts";

export interface Workload {
  readonly name: string;
  /** Which of the service's lists it reads, by its length. */
  readonly list: 25 | 1000;
  /** How often it is done in one turn. */
  readonly calls: number;
  readonly once: (client: Asking) => Promise<unknown>;
}

const id = "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02";
const ticket = { team_id: id, subject: "Site is blank", description: "Since this morning." };

export const workloads: readonly Workload[] = [
  { name: "get a ticket", list: 25, calls: 200, once: (client) => client.get(id) },
  { name: "create a ticket", list: 25, calls: 200, once: (client) => client.create(ticket) },
  { name: "list 25 tickets", list: 25, calls: 100, once: (client) => client.list() },
  { name: "list 1,000 tickets", list: 1000, calls: 5, once: (client) => client.list() },
];
