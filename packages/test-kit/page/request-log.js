// @ts-check
import { addOptions, byId } from "./element.js";
import { isTrouble, requestRow } from "./request-row.js";

/** @typedef {import("./request-row.js").LoggedRequest} LoggedRequest */

const MOST_ROWS = 300;

/** The requests that came lately, the latest first. */
export class RequestLog {
  /** The number of the latest request that is known. */
  last = 0;
  /** @type {LoggedRequest[]} latest first */
  #requests = [];
  #rows = byId("log-rows", HTMLOListElement);
  #operation = byId("log-operation", HTMLSelectElement);
  #onlyTroubles = byId("log-troubles", HTMLInputElement);
  #news = byId("log-news", HTMLParagraphElement);

  /** @param {readonly string[]} operations */
  constructor(operations) {
    addOptions(this.#operation, operations);
    this.#operation.addEventListener("change", () => this.#showAll());
    this.#onlyTroubles.addEventListener("change", () => this.#showAll());
  }

  /** Takes what came since `last`. @param {{ first: number, last: number, requests: LoggedRequest[] }} answer */
  take({ first, last, requests }) {
    // Then it is another mock; from the next question on all is well.
    if (last < this.last) return this.forget();
    this.#forgetBefore(first);
    const isFirst = this.last === 0;
    this.last = last;
    const news = requests.toReversed();
    this.#requests = [...news, ...this.#requests].slice(0, MOST_ROWS);
    this.#rows.prepend(...news.filter((request) => this.#isShown(request)).map(requestRow));
    while (this.#rows.childElementCount > MOST_ROWS) this.#rows.lastElementChild?.remove();
    this.#showEmptiness();
    if (!isFirst && requests.length > 0) this.#news.textContent = newsText(requests);
  }

  /** Forgets all, as when another world is looked at. */
  forget() {
    this.last = 0;
    this.#requests = [];
    this.#rows.replaceChildren();
    this.#showEmptiness();
  }

  /** What the mock knows no longer, since its log was emptied. @param {number} number */
  #forgetBefore(number) {
    if ((this.#requests.at(-1)?.number ?? number) >= number) return;
    this.#requests = this.#requests.filter((request) => request.number >= number);
    this.#showAll();
  }

  #showAll() {
    this.#rows.replaceChildren(...this.#requests.filter((request) => this.#isShown(request)).map(requestRow));
    this.#showEmptiness();
  }

  #showEmptiness() {
    byId("log-empty", HTMLDivElement).hidden = this.#rows.childElementCount > 0;
    byId("log-why", HTMLParagraphElement).hidden = this.#requests.length > 0;
    byId("log-filtered", HTMLParagraphElement).hidden = this.#requests.length === 0;
  }

  /** @param {LoggedRequest} request */
  #isShown(request) {
    const operation = this.#operation.value;
    return (operation === "" || request.operation === operation) && (!this.#onlyTroubles.checked || isTrouble(request));
  }
}

/** What a screen reader says of new rows. @param {readonly LoggedRequest[]} requests */
function newsText(requests) {
  const [only] = requests;
  if (requests.length > 1 || !only) return `${requests.length} new requests`;
  return `${only.method} ${only.path}: ${only.status ?? "no answer"}`;
}
