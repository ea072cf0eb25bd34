// @ts-check
import { ControlClient, ControlError } from "./control-client.js";
import { addOptions, byId, sentence } from "./element.js";
import { faultForm } from "./fault-form.js";
import { showFaults } from "./fault-list.js";
import { RequestLog } from "./request-log.js";
import { showWorld } from "./world-panel.js";

const EVERY_MS = 1000;
const client = new ControlClient();
const [choices, scenarios] = await Promise.all([client.send("GET", "/choices"), client.send("GET", "/scenarios")]);
const log = new RequestLog(choices.operations);
/** @type {unknown} */
let snapshot;
/** What is asked for at this moment; questions never overtake each other. */
let asking = Promise.resolve();

/** Asks what is new, and shows it. */
function refresh() {
  asking = asking.then(async () => {
    const { session } = client;
    try {
      const [state, requests] = await Promise.all([
        client.send("GET", "/state"),
        client.send("GET", `/requests?since=${log.last}&limit=300`),
      ]);
      if (session !== client.session) return;
      showWorld(state);
      showFaults(state.faults, (id) => change("DELETE", `/faults/${id}`));
      log.take(requests);
      showConnection(true);
    } catch (error) {
      if (error instanceof ControlError) notice(error.message);
      else showConnection(false);
    }
  });
  return asking;
}

/**
 * Has the mock do something, and shows what it is like then.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
async function change(method, path, body) {
  notice("");
  let answer;
  try {
    answer = await client.send(method, path, body);
  } catch (error) {
    notice(error instanceof ControlError ? error.message : "The mock does not answer. Is it still running?");
  }
  await refresh();
  return answer;
}

/** @param {string} text */
function notice(text) {
  const place = byId("notice", HTMLParagraphElement);
  place.textContent = text;
  place.hidden = text === "";
}

/** @param {boolean} isConnected */
function showConnection(isConnected) {
  const text = isConnected ? "Live" : "The mock does not answer; trying again";
  const place = byId("connection", HTMLParagraphElement);
  // Said again only when it changes: screen readers read it out.
  if (place.textContent !== text) place.textContent = text;
  place.classList.toggle("lost", !isConnected);
}

/**
 * @param {string} id
 * @param {() => void} act
 */
function onClick(id, act) {
  byId(id, HTMLButtonElement).addEventListener("click", act);
}

/**
 * @param {string} id
 * @param {() => void} act
 */
function onSubmit(id, act) {
  byId(id, HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
}

/** @param {string} name empty for the main world */
function lookAt(name) {
  client.session = name;
  log.forget();
  notice("");
  refresh();
}

const session = byId("session", HTMLSelectElement);
session.addEventListener("change", () => lookAt(session.value));
onClick("session-end", async () => {
  const name = client.session;
  client.session = "";
  log.forget();
  await change("DELETE", `/sessions/${encodeURIComponent(name)}`);
});

faultForm(choices, (rule) => change("POST", "/faults", rule));
onClick("faults-clear", () => change("DELETE", "/faults"));

const scenario = byId("scenario", HTMLSelectElement);
addOptions(
  scenario,
  scenarios.map((/** @type {{ name: string }} */ { name }) => name),
);
const showScenario = () => {
  const { summary = "" } = scenarios.find((/** @type {{ name: string }} */ { name }) => name === scenario.value) ?? {};
  byId("scenario-summary", HTMLParagraphElement).textContent = sentence(summary);
};
scenario.addEventListener("change", showScenario);
showScenario();
onSubmit("scenario-form", () => change("PUT", `/scenarios/${encodeURIComponent(scenario.value)}`));

for (const button of document.querySelectorAll("button[data-advance]")) {
  const milliseconds = Number(button.getAttribute("data-advance"));
  button.addEventListener("click", () => change("POST", "/clock/advance", { milliseconds }));
}
onSubmit("clock-form", () => {
  const time = byId("clock-time", HTMLInputElement).value;
  change("PUT", "/clock", { now: `${time}${time.length === 16 ? ":00" : ""}Z` });
});

onSubmit("reset-form", () => {
  const tickets = byId("reset-tickets", HTMLInputElement);
  const seed = byId("reset-seed", HTMLInputElement);
  const profile = byId("reset-profile", HTMLSelectElement);
  change("POST", "/reset", {
    ...(profile.value !== "" && { profile: profile.value }),
    ...(tickets.value !== "" && { tickets: tickets.valueAsNumber }),
    ...(seed.value !== "" && { seed: seed.valueAsNumber }),
  });
});
onClick("reset", () => change("POST", "/reset"));

onClick("snapshot", async () => {
  snapshot = await change("GET", "/snapshot");
  byId("restore", HTMLButtonElement).disabled = snapshot === undefined;
  const tickets = byId("facts", HTMLDListElement).querySelector("dd")?.textContent;
  byId("snapshot-text", HTMLParagraphElement).textContent =
    `Taken at ${new Date().toLocaleTimeString("en-GB")}, with ${tickets} tickets. It lasts as long as this page is open.`;
});
onClick("restore", () => change("PUT", "/snapshot", snapshot));
onClick("log-clear", async () => {
  await change("DELETE", "/requests");
  log.forget();
});

byId("service", HTMLElement).textContent = `${location.origin}/f/api/v1`;

await refresh();
setInterval(() => {
  if (!document.hidden) refresh();
}, EVERY_MS);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) refresh();
});
