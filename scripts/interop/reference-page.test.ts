import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCurationNotes } from "../src/docs/curation-notes.ts";
import { evidenceLine } from "../src/docs/evidence.ts";
import { pointersOf, subjectsOf } from "../src/docs/subjects.ts";
import { curationFile, root, specFile } from "../src/repository.ts";
import type { Path } from "../src/spec/json-pointer.ts";
import { operationsIn } from "../src/spec/operations-in.ts";
import { type JsonObject, SpecDocument } from "../src/spec/spec-document.ts";

const spec = SpecDocument.load(specFile);
const notes = readCurationNotes(SpecDocument.load(curationFile));
const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-page-"));
const file = path.join(folder, "reference.html");
const address = pathToFileURL(file).href;

let browser: Browser;
let page: Page;
/** What the page asked for beyond its own file, and what it complained of. */
const seen: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, ["scripts/src/spec-docs.ts", "--out", file], { cwd: root });
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) seen.push(request.url());
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.push(message.text());
  });
  page.on("pageerror", (error) => seen.push(error.message));
  await page.goto(address);
  // The search is the last to be ready.
  await page.getByText("Search").first().waitFor();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes to a place of the page. */
async function go(place: string, heading: string): Promise<void> {
  await page.goto(`${address}#/${place.toLowerCase()}`);
  await page.waitForFunction(
    (text) => [...document.querySelectorAll("h1, h2")].some((element) => element.textContent === text),
    heading,
  );
}

/** The texts have to be visible, if not at once: the page draws its sections one after the other. */
async function expectVisible(texts: readonly string[]): Promise<void> {
  const missing = async () => {
    const visible = plain((await page.locator("body").allInnerTexts()).join());
    return texts.filter((text) => !visible.includes(plain(text)));
  };
  await expect.poll(missing, { timeout: 15_000 }).toEqual([]);
}

/** Markdown as it reads on the page, without line breaks. */
function plain(text: string): string {
  return text.replaceAll("`", "").replaceAll(/\s+/g, " ").trim();
}

function evidenceOf(value: JsonObject): string {
  return evidenceLine([value["x-evidence"]].flat().map(String)).replaceAll("*", "");
}

/** Why a place is not simply what every source says. */
function reasonsAt(place: Path): string[] {
  return notes
    .filter((note) => pointersOf(spec, note).some((pointer) => isSubject(pointer, place)))
    .map(({ reason }) => reason);
}

function isSubject(pointer: string, place: Path): boolean {
  return subjectsOf(spec, pointer).some((subject) => subject.join(" ") === place.join(" "));
}

describe("each operation has a place that shows what it does, who says so, and the curation's reasons", () => {
  test.each(operationsIn(spec).map((operation) => ({ id: String(operation.value.operationId), ...operation })))(
    "$id",
    async ({ id, path, value }) => {
      const { tags, summary, description } = value;
      await go(`${[tags].flat()[0]}/${id}`, String(summary));
      const retry = value["x-retry"] === "safe" ? "the outcome is unknown." : "the connection was never made.";
      await expectVisible([String(description), `${retry} ${evidenceOf(value)}`, ...reasonsAt(path)]);
      expect(seen).toEqual([]);
    },
  );

  test("there are such reasons", () => {
    expect(operationsIn(spec).flatMap(({ path }) => reasonsAt(path))).not.toEqual([]);
  });
});

test.each(Object.keys(spec.object(["components", "schemas"])))("the schema %s has one too", async (name) => {
  const place = ["components", "schemas", name];
  await go(`schemas/${name}`, name);
  await expectVisible([String(spec.object(place).description), evidenceOf(spec.object(place)), ...reasonsAt(place)]);
  expect(seen).toEqual([]);
});

test("the list holds every note, and its links lead to what they name", async () => {
  await go("curation", "curation");
  await expectVisible(notes.map(({ reason, evidence }) => `${reason} ${evidenceLine(evidence).replaceAll("*", "")}`));

  const links = await page.locator('li a[href*="#/"]').all();
  const targets = new Map<string, string>();
  for (const link of links) {
    targets.set((await link.getAttribute("href")) ?? "", (await link.allInnerTexts()).join());
  }
  expect(targets.size).toBeGreaterThan(0);
  for (const [href, name] of targets) await go(href.replace(/^.*#\//, ""), name.split(".")[0] ?? name);
  expect(seen).toEqual([]);
});

test("the search finds a field, and leads to where it is used", async () => {
  await go("curation", "curation");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("custom_instr");
  await page
    .locator("a, [role=option], li")
    .filter({ hasText: "PATCH" })
    .filter({ hasText: "custom_instr" })
    .first()
    .click();
  await page.waitForURL(/#\/tickets\/updateticket/);
  expect(seen).toEqual([]);
});

test("on a phone nothing has to be scrolled sideways", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [place, heading] of [
    ["tickets/createticket", "Open a ticket"],
    ["schemas/ticket", "Ticket"],
    ["curation", "curation"],
  ] as const) {
    await go(place, heading);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
  expect(seen).toEqual([]);
});
