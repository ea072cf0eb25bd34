// @ts-check

/**
 * A new element. Texts become text and never markup: much of what the page shows came with requests.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Readonly<Record<string, string | undefined>>} attributes those that are undefined are left out
 * @param {readonly (Node | string | undefined)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/**
 * The page's element of that id.
 *
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page lacks #${id}.`);
  return found;
}

/**
 * Adds options to a select.
 *
 * @param {HTMLSelectElement} select
 * @param {readonly string[]} values
 */
export function addOptions(select, values) {
  select.append(...values.map((value) => element("option", { value }, value)));
}

/**
 * Shows this in place of what an element holds, unless it shows it already: who has the focus in it keeps it.
 *
 * @param {HTMLElement} holder
 * @param {unknown} shown what is shown, as plain data
 * @param {() => readonly Node[]} make
 */
export function showIn(holder, shown, make) {
  const key = JSON.stringify(shown);
  if (holder.dataset.shown === key) return;
  holder.dataset.shown = key;
  holder.replaceChildren(...make());
}

/** A phrase as a sentence. @param {string} phrase */
export function sentence(phrase) {
  return phrase === "" ? "" : `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}
