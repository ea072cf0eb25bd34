// @ts-check
import { addOptions, byId, element, sentence } from "./element.js";

/** @typedef {{ kind: string, summary: string, options: Record<string, string> }} FaultChoice */

/** @type {Readonly<Record<string, string>>} Those that are not in the list are called what they are called. */
const optionLabels = {
  performed: "The work is done nevertheless",
  afterBytes: "After bytes of the body",
  headMs: "Head after, ms",
  chunkBytes: "Bytes at a time",
  chunkMs: "Pause between, ms",
  status: "Status",
  retryAfter: "Retry-After",
  contentType: "Type",
  location: "Location",
  drifts: "Which ways",
};

/**
 * Lets a fault be chosen, with the options that its kind takes.
 *
 * @param {{ operations: string[], faults: FaultChoice[], drifts: string[] }} choices
 * @param {(rule: unknown) => void} add
 */
export function faultForm(choices, add) {
  const form = byId("fault-form", HTMLFormElement);
  const kind = byId("fault-kind", HTMLSelectElement);
  const options = byId("fault-options", HTMLDivElement);
  const operation = byId("fault-operation", HTMLSelectElement);
  const times = byId("fault-times", HTMLInputElement);
  const probability = byId("fault-probability", HTMLInputElement);
  addOptions(
    kind,
    choices.faults.map((fault) => fault.kind),
  );
  addOptions(operation, choices.operations);

  const showKind = () => {
    const chosen = choices.faults.find((fault) => fault.kind === kind.value);
    const fields = Object.entries(chosen?.options ?? {});
    byId("fault-summary", HTMLParagraphElement).textContent = sentence(chosen?.summary ?? "");
    options.replaceChildren(...fields.map(([name, type]) => optionField(name, type, choices.drifts)));
    options.hidden = fields.length === 0;
  };
  kind.addEventListener("change", showKind);
  showKind();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add({
      kind: kind.value,
      ...optionValues(options),
      ...(operation.value !== "" && { operation: operation.value }),
      ...(times.value !== "" && { times: times.valueAsNumber }),
      ...(probability.value !== "" && { probability: probability.valueAsNumber }),
    });
  });
}

/**
 * @param {string} name
 * @param {string} type
 * @param {readonly string[]} drifts
 */
function optionField(name, type, drifts) {
  const label = optionLabels[name] ?? name;
  if (type === "boolean") {
    return element("label", { class: "check wide" }, element("input", { type: "checkbox", name }), ` ${label}`);
  }
  if (type === "drifts") {
    const boxes = drifts.map((value) =>
      element(
        "label",
        { class: "check" },
        element("input", { type: "checkbox", name, value, "data-list": "" }),
        ` ${value}`,
      ),
    );
    return element("fieldset", { class: "wide choices" }, element("legend", {}, `${label} (none: all)`), ...boxes);
  }
  const limits = type === "status" ? { min: "200", max: "599" } : { min: "0" };
  const isNumber = type === "number" || type === "status";
  const attributes = isNumber ? { type: "number", step: "1", ...limits } : { type: "text" };
  return element(
    "label",
    {},
    label,
    element("input", { name, placeholder: "default", "data-type": type, ...attributes }),
  );
}

/** @param {HTMLElement} options */
function optionValues(options) {
  /** @type {Record<string, unknown>} */
  const values = {};
  for (const input of options.querySelectorAll("input")) {
    if (input.type === "checkbox") {
      if (input.checked && "list" in input.dataset) values[input.name] = [...listOf(values[input.name]), input.value];
      else if (input.checked) values[input.name] = true;
    } else if (input.value.trim() !== "") {
      const text = input.value.trim();
      // Retry-After is seconds, or the text of the header.
      values[input.name] = input.dataset.type !== "text" && /^\d+$/.test(text) ? Number(text) : text;
    }
  }
  return values;
}

/** @param {unknown} value */
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
