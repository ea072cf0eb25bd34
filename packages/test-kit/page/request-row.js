// @ts-check
import { element } from "./element.js";

/**
 * @typedef {{
 *   number: number, time: string, method: string, path: string, status?: number, operation?: string,
 *   credential?: string, scope?: string, faults: string[], offSpec?: string,
 *   query: Record<string, string>, headers: Record<string, string>, pathParameters: Record<string, string>,
 *   body?: unknown,
 * }} LoggedRequest
 */

/** Whether something about it was not as it should be. @param {LoggedRequest} request */
export function isTrouble({ status, faults, offSpec }) {
  return status === undefined || status >= 400 || faults.length > 0 || offSpec !== undefined;
}

/** A row that opens. @param {LoggedRequest} request */
export function requestRow(request) {
  const { number, method, path, status, operation, credential, scope, faults, offSpec } = request;
  const details = element(
    "details",
    {},
    element(
      "summary",
      {},
      element("span", { class: "number" }, String(number)),
      element("span", { class: `method ${method.toLowerCase()}` }, method),
      element("span", { class: "path" }, path || "/"),
      element("span", { class: "operation" }, operation ?? "no operation"),
      element("span", { class: "credential" }, credential ? `${credential}, ${scope}` : "nobody"),
      element(
        "span",
        { class: "marks" },
        ...faults.map((fault) => element("span", { class: "mark fault" }, fault)),
        offSpec === undefined ? undefined : element("span", { class: "mark off-spec" }, "off-spec"),
      ),
      element("span", { class: `status ${statusClass(status)}` }, status === undefined ? "none" : String(status)),
    ),
  );
  // Most rows are never opened.
  details.addEventListener("toggle", () => details.open && details.append(requestDetails(request)), { once: true });
  return element("li", {}, details);
}

/** @param {LoggedRequest} request */
function requestDetails({ time, query, headers, pathParameters, body, offSpec }) {
  return element(
    "div",
    { class: "details" },
    pairs("Path", pathParameters),
    pairs("Query", query),
    pairs("Headers", headers),
    body === undefined ? undefined : element("h3", {}, "Body"),
    body === undefined ? undefined : element("pre", { tabindex: "0" }, shownBody(body)),
    pairs("Answer", { "world's time": time, ...(offSpec !== undefined && { "off-spec because": offSpec }) }),
  );
}

/**
 * @param {string} title
 * @param {Readonly<Record<string, string>>} values
 */
function pairs(title, values) {
  const entries = Object.entries(values);
  if (entries.length === 0) return undefined;
  const list = entries.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]);
  return element("div", {}, element("h3", {}, title), element("dl", {}, ...list));
}

/** @param {unknown} body */
function shownBody(body) {
  return typeof body === "string" ? body : JSON.stringify(body, null, 2);
}

/** @param {number | undefined} status */
function statusClass(status) {
  if (status === undefined || status >= 500) return "bad";
  return status >= 400 ? "warned" : "good";
}
