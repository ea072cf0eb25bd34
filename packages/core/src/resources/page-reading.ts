/** A page of a list, as far as reading on depends on it. */
export interface Page<Item extends Identified> {
  readonly results: readonly Item[];
  /** How many items there are on all pages. */
  readonly count: number;
  /** How many stand on the pages before this one. */
  readonly offset: number;
  /** Where the next page is; null on the last one. */
  readonly next?: string | null;
}

export interface Identified {
  readonly id: string;
}

/** What to do after a page. */
export type PageStep =
  | { readonly kind: "ask"; readonly page: number }
  | { readonly kind: "done" }
  | { readonly kind: "give-up"; readonly why: string };

/** How often the pages of a list that changes meanwhile are read from the first one on. */
const MOST_READINGS = 3;

/**
 * Follows a list over its pages while it may change, so that no item is handed out twice, and none is
 * missed that was there from beginning to end. Items are told apart by their ids.
 *
 * | what comes                                | what it means, and what follows                         |
 * | ----------------------------------------- | ------------------------------------------------------- |
 * | an item that came before                  | pages have shifted; it is left out                      |
 * | the last page, and with it as many items  | done                                                    |
 * | as the count says                         |                                                         |
 * | the last page, and fewer                  | the pages are read again, until the rest has come       |
 * | a count that falls                        | items may have moved onto a page that was read already: |
 * |                                           | all pages are read again, and what came before does not |
 * |                                           | make up the count                                       |
 * | too few after three readings              | given up                                                |
 * | a page that does not lie behind the last, | given up at once: there would be no end                 |
 * | or twice as many as the count called for  |                                                         |
 *
 * What it cannot see is that one item went and another came between the same two pages: the count
 * stays as it was, and a third item may be missed.
 */
export class PageReading<Item extends Identified> {
  /** The era in which an item came last. An era ends when the count falls. */
  readonly #eraOf = new Map<string, number>();
  #era = 1;
  /** How many different items came in this era. */
  #known = 0;
  #reading = 1;
  /** The last page of this reading; 0 before its first. */
  #page = 0;
  #mostPages = 0;
  #offset = -1;
  #count = 0;
  /** Set when the count fell within this reading. */
  #fall: string | undefined;

  /** Takes the page that was asked for; the first one is page 1. */
  take(page: Page<Item>): { readonly fresh: readonly Item[]; readonly step: PageStep } {
    if (this.#page === 0) this.#beginReading(page);
    else if (page.count < this.#count) this.#fall = `the count fell from ${this.#count} to ${page.count}`;
    this.#page += 1;
    this.#count = page.count;
    const fresh = page.results.filter((item) => this.#meet(item));
    const step = this.#stepAfter(page);
    this.#offset = page.offset;
    return { fresh, step };
  }

  #beginReading({ results, count }: Page<Item>): void {
    if (this.#fall !== undefined || count < this.#count) {
      this.#era += 1;
      this.#known = 0;
    }
    this.#fall = undefined;
    this.#offset = -1;
    this.#mostPages = 2 * Math.ceil(count / Math.max(1, results.length)) + 1;
  }

  /** Whether the item comes for the first time. */
  #meet({ id }: Item): boolean {
    const era = this.#eraOf.get(id);
    if (era !== this.#era) {
      this.#eraOf.set(id, this.#era);
      this.#known += 1;
    }
    return era === undefined;
  }

  #stepAfter({ results, count, offset, next }: Page<Item>): PageStep {
    const more = results.length > 0 && (offset + results.length < count || Boolean(next));
    const complete = this.#fall === undefined && this.#known >= count;
    if (complete && (!more || this.#reading > 1)) return { kind: "done" };
    if (results.length > 0 && offset <= this.#offset) {
      return { kind: "give-up", why: `page ${this.#page} does not lie behind page ${this.#page - 1}` };
    }
    if (more && this.#page === this.#mostPages) {
      return { kind: "give-up", why: `page ${this.#page} is not the last, where the first one counted far fewer` };
    }
    if (more) return { kind: "ask", page: this.#page + 1 };
    if (this.#reading === MOST_READINGS) {
      const why = this.#fall ?? `${this.#known} items came where the count says ${count}`;
      return { kind: "give-up", why: `${why}, and ${MOST_READINGS} readings did not help` };
    }
    this.#reading += 1;
    this.#page = 0;
    return { kind: "ask", page: 1 };
  }
}
