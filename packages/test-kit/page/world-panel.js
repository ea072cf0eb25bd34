// @ts-check
import { byId, element, showIn } from "./element.js";

/**
 * @typedef {{
 *   session: string | null, seed: number, profile: string, tickets: number, now: string, requests: number,
 *   faults: import("./fault-list.js").Fault[], sessions: string[],
 *   violations: { operation: string, status: number, pointer: string, message: string }[],
 *   offSpec: { operation: string, status: number, reason: string }[],
 * }} State
 */

/** Shows what the world is like, apart from its faults. @param {State} state */
export function showWorld(state) {
  showFacts(state);
  showSessions(state);
  showJudgements(state);
  byId("now", HTMLParagraphElement).textContent = state.now.replace("T", " ").replace(/(?:\.000)?Z$/, " UTC");
  const time = byId("clock-time", HTMLInputElement);
  // Something to begin from; what somebody is filling in is left alone.
  if (time.value === "" && document.activeElement !== time) time.value = state.now.slice(0, 19);
}

/** @param {State} state */
function showFacts({ tickets, seed, profile, requests }) {
  const facts = { tickets, requests, seed, profile };
  showIn(byId("facts", HTMLDListElement), facts, () =>
    Object.entries(facts).map(([name, value]) =>
      element(
        "div",
        {},
        element("dt", {}, name),
        element("dd", {}, typeof value === "number" ? grouped(value) : value),
      ),
    ),
  );
}

/** @param {State} state */
function showSessions({ session, sessions }) {
  const select = byId("session", HTMLSelectElement);
  showIn(select, sessions, () => [
    element("option", { value: "" }, "main"),
    ...sessions.map((name) => element("option", { value: name }, name)),
  ]);
  select.value = session ?? "";
  byId("session-section", HTMLElement).hidden = session === null;
  byId("session-name", HTMLSpanElement).textContent = session ?? "";
}

/** @param {State} state */
function showJudgements({ violations, offSpec }) {
  byId("judgements-fine", HTMLParagraphElement).hidden = violations.length + offSpec.length > 0;
  showIn(byId("judgements", HTMLUListElement), [violations, offSpec], () => [
    ...violations.map(({ operation, status, pointer, message }) =>
      judgement("violation", `${operation}, ${status}`, `${pointer === "" ? "" : `${pointer}: `}${message}`),
    ),
    ...offSpec.map(({ operation, status, reason }) => judgement("off-spec", `${operation}, ${status}`, reason)),
  ]);
}

/**
 * @param {"off-spec" | "violation"} kind
 * @param {string} subject
 * @param {string} message
 */
function judgement(kind, subject, message) {
  return element(
    "li",
    {},
    element("span", { class: `mark ${kind}` }, kind),
    element("strong", {}, subject),
    element("span", {}, message),
  );
}

/** @param {number} value */
function grouped(value) {
  return value.toLocaleString("en");
}
