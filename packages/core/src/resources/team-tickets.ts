import type { paths, Ticket, TicketPage } from "@sitebay-tickets/contract";
import type { Client } from "openapi-fetch";
import { ticketPageShape } from "../answers/answer-shape.ts";
import { elementsOfMember } from "../answers/array-member.ts";
import { parseJsonBody } from "../answers/json-body.ts";
import type { CallOptions } from "../call-options.ts";
import { defaults } from "../defaults.ts";
import { type PageRequest, pageQuery } from "./page-request.ts";
import { readItems, readPages } from "./read-pages.ts";
import type { Answer, ResourceCall } from "./resource-call.ts";

/** The tickets of one team: the only ones that can be read page by page. */
export interface TeamTickets {
  /** One page of a team's tickets. */
  listOfTeam(teamId: string, page?: PageRequest, options?: CallOptions): Promise<TicketPage>;
  /**
   * All tickets of a team, each once, also when others come or go meanwhile; the next page is fetched
   * while one is worked on. The options apply to each page. Pages that do not hold as many tickets as
   * they say are read again, and in the end an InvalidResponseError.
   *
   * @example
   * for await (const ticket of client.tickets.ofTeam(teamId)) console.log(ticket.subject);
   */
  ofTeam(teamId: string, options?: CallOptions): AsyncGenerator<Ticket, void, undefined>;
  /** As `ofTeam`, but each ticket as the JSON bytes it came in, in batches: one for each page that brought some. */
  ofTeamBytes(teamId: string, options?: CallOptions): AsyncGenerator<TeamTicketBatch, void, undefined>;
}

export interface TeamTicketBatch {
  /** The bytes are views on the page that they came in. */
  readonly tickets: readonly Uint8Array[];
  /** How many tickets the team had when that page was read. */
  readonly count: number;
}

export function createTeamTickets(raw: Client<paths>, call: ResourceCall): TeamTickets {
  const path = "/team/{team_id}/ticket";
  const params = (teamId: string, page: PageRequest) => ({
    params: { path: { team_id: teamId }, query: pageQuery(page) },
  });
  const fetchPage = (teamId: string, page: PageRequest, options?: CallOptions) =>
    call.received("listTeamTickets", options, ticketPageShape, (wire) =>
      raw.GET(path, { ...params(teamId, page), ...wire }),
    );

  return {
    listOfTeam: async (teamId, page = {}, options) => (await fetchPage(teamId, page, options)).value,
    ofTeam: (teamId, options) =>
      readItems(
        (page, signal) => fetchPage(teamId, { page, size: defaults.pageSize }, { ...options, signal }),
        options?.signal,
      ),
    async *ofTeamBytes(teamId, options) {
      const fetchBytes = async (page: number, signal: AbortSignal) => {
        const wanted = params(teamId, { page, size: defaults.pageSize });
        const pageOptions = { ...options, signal };
        return cutPage(
          call,
          await call.bytes("listTeamTickets", pageOptions, (wire) => raw.GET(path, { ...wanted, ...wire })),
        );
      };
      for await (const { items, count } of readPages(fetchBytes, options?.signal)) {
        yield { tickets: items.map(({ bytes }) => bytes), count };
      }
    },
  };
}

/** Judges a page, and cuts its tickets out of its bytes. */
function cutPage({ check }: ResourceCall, { call, response, body }: Answer<Uint8Array>) {
  const page = check(ticketPageShape, parseJsonBody(call, response, body), call, response);
  const results = elementsOfMember(body, "results").map((bytes, i) => ({ id: page.results[i]?.id ?? "", bytes }));
  return { call, response, value: { ...page, results } };
}
