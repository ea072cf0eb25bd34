// @ts-check
import { byId, element, showIn } from "./element.js";

/** @typedef {{ id: number, struck: number, text: string, rule: { kind: string, times?: number } }} Fault */

/**
 * Shows the faults in force, each with a button that takes it back.
 *
 * @param {readonly Fault[]} faults
 * @param {(id: number) => void} remove
 */
export function showFaults(faults, remove) {
  byId("faults-none", HTMLParagraphElement).hidden = faults.length > 0;
  byId("faults-clear", HTMLButtonElement).hidden = faults.length < 2;
  const list = byId("faults", HTMLUListElement);
  // By number, since a button that has the focus must not be made anew each time that its fault strikes.
  showIn(
    list,
    faults.map(({ id }) => id),
    () => faults.map((fault) => faultItem(fault, remove)),
  );
  for (const { id, struck, rule } of faults) {
    const count = list.querySelector(`[data-count="${id}"]`);
    if (count) count.textContent = struckText(struck, rule.times);
  }
}

/**
 * @param {Fault} fault
 * @param {(id: number) => void} remove
 */
function faultItem({ id, text, rule: { kind } }, remove) {
  const [, options = ""] = /^[^:]*:(.*)$/s.exec(text) ?? [];
  const button = element("button", { type: "button", class: "quiet", "aria-label": `Remove ${text}` }, "Remove");
  button.addEventListener("click", () => remove(id));
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("strong", {}, kind),
      ...(options === "" ? [] : options.split(",").map((option) => element("span", { class: "option" }, option))),
      element("span", { class: "count", "data-count": String(id) }),
    ),
    button,
  );
}

/**
 * @param {number} struck
 * @param {number | undefined} times
 */
function struckText(struck, times) {
  if (times !== undefined) return struck < times ? `struck ${struck} of ${times}` : `over: struck ${times}`;
  return struck === 1 ? "struck once" : `struck ${struck} times`;
}
