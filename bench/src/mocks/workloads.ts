import type { Ticket } from "@sitebay-tickets/contract";

/** One kind of request that every contender is asked again and again. */
export interface Workload {
  readonly name: string;
  readonly method: "GET" | "POST";
  /** Below the API's base path. */
  readonly path: string;
  readonly body?: string;
  readonly status: number;
  /** Whether the answer is the same each time, for each contender that keeps the same tickets. */
  readonly steady: boolean;
}

/** What the workloads ask for. */
interface Subjects {
  readonly ticketId: string;
  readonly longTicketId: string;
  readonly teamId: string;
}

/** A short ticket, the one with the most replies, and a team, from the service's list. */
export function chooseSubjects(list: unknown): Subjects {
  // Our own mock's list: the contract is tested elsewhere.
  const tickets = list as Ticket[];
  const [first] = tickets;
  const [longest] = tickets.toSorted((a, b) => b.ticket_replies.length - a.ticket_replies.length);
  if (!first || !longest) throw new Error("The mock lists no tickets.");
  return { ticketId: first.id, longTicketId: longest.id, teamId: first.team_id };
}

export const listAll: Workload = {
  name: "list of 25 tickets",
  method: "GET",
  path: "/support/ticket",
  status: 200,
  steady: true,
};

/** The workloads; the one that makes the list longer comes last. */
export function workloadsOn({ ticketId, longTicketId, teamId }: Subjects): readonly Workload[] {
  const subject = "Site is blank";
  const description = "Since this morning every page answers with a blank screen.";
  const create = { method: "POST", path: "/support/ticket" } as const;
  return [
    { name: "one ticket", method: "GET", path: `/support/ticket/${ticketId}`, status: 200, steady: true },
    {
      name: "a page of replies",
      method: "GET",
      path: `/support/ticket/${longTicketId}/reply?page=1&size=50`,
      status: 200,
      steady: true,
    },
    listAll,
    {
      name: "invalid body, 422",
      ...create,
      body: JSON.stringify({ description: 7, team_id: teamId }),
      status: 422,
      steady: true,
    },
    {
      name: "open a ticket",
      ...create,
      body: JSON.stringify({ subject, description, team_id: teamId }),
      status: 201,
      steady: false,
    },
  ];
}
