import { unusableAnswer } from "../answers/json-body.ts";
import { type Identified, type Page, PageReading } from "./page-reading.ts";
import type { Received } from "./resource-call.ts";

/** Fetches one page of a list; the first is 1. */
export type FetchPage<Item extends Identified> = (page: number, signal: AbortSignal) => Promise<Received<Page<Item>>>;

/** What a page added to those before it. */
interface FreshItems<Item> {
  readonly items: readonly Item[];
  /** How many items the list held when the page was read. */
  readonly count: number;
}

/**
 * Reads a list page by page, each item once, as `PageReading` says. While the items of a page are
 * worked on the next page is fetched already, but no more than that one; leaving the loop ends its
 * transfer.
 *
 * @param signal ends the reading with its reason
 * @throws InvalidResponseError when the pages do not add up, and what `fetchPage` throws, when the
 *   page is needed
 */
export async function* readPages<Item extends Identified>(
  fetchPage: FetchPage<Item>,
  signal?: AbortSignal,
): AsyncGenerator<FreshItems<Item>, void, undefined> {
  const left = new AbortController();
  const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const fetchAhead = (page: number) => {
    const fetching = fetchPage(page, either);
    // It may fail before anybody waits for it, or when nobody ever will.
    fetching.catch(() => undefined);
    return fetching;
  };
  const reading = new PageReading<Item>();
  try {
    let ahead = fetchAhead(1);
    for (;;) {
      const { value: page, call, response } = await ahead;
      // The page may have come before the signal did.
      signal?.throwIfAborted();
      const nameless = page.results.findIndex((item) => !isIdentified(item));
      if (nameless !== -1) {
        const advice = "compare the API's description with the service";
        throw unusableAnswer(call, response, `a page whose item ${nameless} has no id`, advice);
      }
      const { fresh, step } = reading.take(page);
      if (step.kind === "ask") ahead = fetchAhead(step.page);
      if (fresh.length > 0) yield { items: fresh, count: page.count };
      if (step.kind === "done") return;
      if (step.kind === "give-up") {
        throw unusableAnswer(call, response, `pages that do not add up: ${step.why}`, "try again");
      }
    }
  } finally {
    left.abort();
  }
}

/** As `readPages`, item by item. */
export async function* readItems<Item extends Identified>(
  fetchPage: FetchPage<Item>,
  signal?: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  for await (const { items } of readPages(fetchPage, signal)) {
    for (const item of items) {
      signal?.throwIfAborted();
      yield item;
    }
  }
}

/** The type promises an id, the service may not keep it. */
function isIdentified(item: unknown): boolean {
  return typeof item === "object" && item !== null && "id" in item && typeof item.id === "string" && item.id !== "";
}
