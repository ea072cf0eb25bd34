import type { OperationId } from "@sitebay-tickets/contract";
import type { LoggedRequest } from "../world/logged-request.ts";
import type { AnyResponse, OffSpecResponse, Responder, Responders } from "./responder.ts";

/** What a test has operations answer in place of the world. */
export class Overrides {
  #entries: { readonly operation: OperationId; readonly responder: Responder<OperationId>; left: number }[] = [];

  /** @param times for how many requests it answers */
  add<Id extends OperationId>(operation: Id, responder: Responders[Id], times = Number.POSITIVE_INFINITY): void {
    // Whatever it answers is judged as an answer of its own operation.
    this.#entries.unshift({ operation, responder: responder as Responder<OperationId>, left: times });
  }

  /** The answer of the latest override that has one; undefined when the world is to answer. */
  async answer(operation: OperationId, request: LoggedRequest): Promise<AnyResponse | OffSpecResponse | undefined> {
    for (const entry of this.#entries) {
      if (entry.operation !== operation || entry.left <= 0) continue;
      // Counted before it answers, or requests that wait at the same time would all have it.
      entry.left -= 1;
      const response = await entry.responder(request);
      if (response) return response;
      entry.left += 1;
    }
    return undefined;
  }

  clear(): void {
    this.#entries = [];
  }
}
