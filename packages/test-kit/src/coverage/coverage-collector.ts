import type { LoggedRequest } from "../world/logged-request.ts";
import type { TicketWorld } from "../world/ticket-world.ts";
import { type CoverageData, mergeCoverage, noCoverage } from "./coverage-data.ts";

/**
 * Counts what requests exercise of the API, over as many worlds as are observed.
 *
 * @example
 * const collector = new CoverageCollector();
 * collector.observe(world);
 */
export class CoverageCollector {
  #data: CoverageData = noCoverage;

  get data(): CoverageData {
    return this.#data;
  }

  /** @returns what ends the observation */
  observe(world: TicketWorld): () => void {
    return world.requests.subscribe((request) => this.record(request));
  }

  record(request: LoggedRequest): void {
    this.#data = mergeCoverage(this.#data, coverageOf(request));
  }
}

function coverageOf({ operation, status, query, body, credential }: LoggedRequest): CoverageData {
  if (operation === undefined) return noCoverage;
  const fields = typeof body === "object" && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  const sent = [...Object.keys(query).map((name) => `query.${name}`), ...fields.map((name) => `body.${name}`)];
  return {
    operations: {
      [operation]: {
        requests: 1,
        statuses: status === undefined ? {} : { [status]: 1 },
        parameters: Object.fromEntries(sent.map((name) => [name, 1])),
      },
    },
    credentials: { [credential ?? "none"]: 1 },
  };
}
