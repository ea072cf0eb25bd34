import { type Browser, chromium, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTicketWorld } from "../src/index.ts";
import { serve, type TicketServer } from "../src/server.ts";
import { WorldSessions } from "../src/world/world-sessions.ts";

let browser: Browser;
let server: TicketServer;
let sessions: WorldSessions;
let page: Page;
/** What the page's console said, errors of the page's own included. */
let said: string[];
/** Where the page sent requests to. */
let asked: Set<string>;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
});
afterAll(() => browser.close());

beforeEach(async () => {
  sessions = new WorldSessions(createTicketWorld({ profile: "nasty", tickets: 40 }));
  server = await serve(sessions);
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  said = [];
  asked = new Set();
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await page.goto(server.controlUrl);
  await page.getByText("Live", { exact: true }).waitFor();
});
afterEach(async () => {
  expect(asked).toEqual(new Set([new URL(server.url).origin]));
  await page.close();
  await server.close();
});

const headers = { authorization: "Bearer demo-token", "content-type": "application/json" };

function send(path: string, init: RequestInit = {}) {
  return fetch(server.url + path, { ...init, headers: { ...headers, ...init.headers } });
}

const rows = () => page.locator("#log-rows > li");
const fact = (name: string) => page.locator("#facts div", { hasText: name }).locator("dd");
const button = (name: string) => page.getByRole("button", { name, exact: true });

describe("the mock's page", () => {
  test("adds a fault, shows the request that fails, takes the fault back, and resets", async () => {
    await page.getByRole("combobox", { name: "Kind" }).selectOption("rateLimit");
    await page.getByRole("textbox", { name: "Retry-After" }).fill("7");
    await page.locator("#fault-operation").selectOption("listTickets");
    await page.getByRole("spinbutton", { name: "Times" }).fill("3");
    await button("Add fault").click();
    await page.locator("#faults li", { hasText: "struck 0 of 3" }).waitFor();

    const refused = await send("/support/ticket?page=2");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "7"]);
    const row = rows().filter({ hasText: "429" });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/GET.*\/support\/ticket.*listTickets.*key, readwrite/s);
    await row.locator("summary").press("Enter");
    const details = row.locator(".details");
    expect(await details.textContent()).toMatch(/Querypage2Headers.*host127\.0\.0\.1/s);
    await page.locator("#faults li", { hasText: "struck 1 of 3" }).waitFor();

    await page.getByRole("button", { name: /^Remove rateLimit:/ }).click();
    await page.getByText("None is in force").waitFor();
    expect((await send("/support/ticket")).status).toBe(200);
    await rows().nth(1).waitFor();
    // The row that was open still is, although another one came.
    expect(await details.isVisible()).toBe(true);

    await button("Reset").click();
    await page.getByText("No requests yet.").waitFor();
    expect(await rows().count()).toBe(0);
    expect(await fact("requests").textContent()).toBe("0");
    expect(said).toEqual([]);
  });

  test("takes each kind of fault with each of its options", async () => {
    const kinds = await page.getByRole("combobox", { name: "Kind" }).locator("option").allInnerTexts();
    expect(kinds.length).toBeGreaterThan(10);
    for (const [i, kind] of kinds.entries()) {
      await page.getByRole("combobox", { name: "Kind" }).selectOption(kind);
      expect(await page.locator("#fault-summary").textContent()).toMatch(/^[A-Z0-9].*\.$/s);
      for (const input of await page.locator("#fault-options input").all()) {
        if ((await input.getAttribute("type")) === "checkbox") await input.check();
        else await input.fill((await input.getAttribute("name")) === "contentType" ? "text/csv" : "300");
      }
      await page.getByRole("spinbutton", { name: "Probability" }).fill("0.25");
      await button("Add fault").click();
      await page.locator("#faults li").nth(i).waitFor();
    }
    const rules = sessions.main.faults.list().map(({ rule }) => rule);
    expect(rules.map(({ kind }) => kind)).toEqual(kinds);
    expect(rules).toContainEqual({ kind: "slow", headMs: 300, chunkBytes: 300, chunkMs: 300, probability: 0.25 });
    expect(rules).toContainEqual({ kind: "drop", performed: true, probability: 0.25 });
    expect(rules).toContainEqual(expect.objectContaining({ kind: "drift", drifts: expect.arrayContaining(["null"]) }));
    await button("Remove all").click();
    await page.getByText("None is in force").waitFor();
    expect(said).toEqual([]);
  });

  test("begins a scenario, moves the clock, and begins anew with other tickets", async () => {
    await page.locator("#scenario").selectOption("maintenance");
    await page.getByText("Every request is answered with a page for people").waitFor();
    await button("Begin").click();
    await page.locator("#faults li", { hasText: "html" }).waitFor();
    expect((await send("/support/ticket")).status).toBe(503);

    await button("+1 day").click();
    await page.getByText("2026-02-02 12:00:00 UTC").waitFor();
    await page.getByLabel("Time, UTC").fill("2030-05-06T07:08:09");
    await button("Set").click();
    await page.getByText("2030-05-06 07:08:09 UTC").waitFor();

    await page.getByRole("spinbutton", { name: "Tickets" }).fill("1234");
    await page.getByLabel("Seed").fill("-5");
    await page.getByLabel("Profile").selectOption("realistic");
    await button("Begin with these").click();
    await page.getByText("1,234").waitFor();
    expect(await fact("seed").textContent()).toBe("-5");
    expect(await fact("profile").textContent()).toBe("realistic");
    await page.getByText("2026-02-01 12:00:00 UTC").waitFor();
    await page.getByText("None is in force").waitFor();
    expect(said).toEqual([]);
  });

  test("takes a snapshot and comes back to it", async () => {
    expect(await button("Restore it").isDisabled()).toBe(true);
    await button("Take snapshot").click();
    await page.getByText(/^Taken at .*, with 40 tickets/).waitFor();
    const [ticket] = sessions.main.listTickets();
    await send(`/support/ticket/${ticket?.id}`, { method: "DELETE" });
    await expect.poll(() => fact("tickets").textContent()).toBe("39");
    await button("Restore it").click();
    await expect.poll(() => fact("tickets").textContent()).toBe("40");
  });

  test("looks at sessions, one at a time, and ends them", async () => {
    await send("/support/ticket", { headers: { "x-mock-session": "worker <b>1</b>" } });
    await send("/auth/jwt/login", { method: "POST", headers: { "x-mock-session": "worker <b>1</b>" }, body: "{}" });
    await page
      .getByRole("combobox", { name: "Session" })
      .locator("option", { hasText: "worker <b>1</b>" })
      .waitFor({ state: "attached" });
    expect(await rows().count()).toBe(0);
    await page.getByRole("combobox", { name: "Session" }).selectOption("worker <b>1</b>");
    await rows().nth(1).waitFor();
    await button("End this session").click();
    await page.getByText("No requests yet.").waitFor();
    expect(sessions.names).toEqual([]);
    expect(said).toEqual([]);
  });

  test("shows what came with requests as text, whatever it is", async () => {
    const [ticket] = sessions.main.listTickets();
    const subject = `<script>document.title = "broken"</script><img src=x onerror='document.title = "broken"'>`;
    const body = JSON.stringify({ team_id: ticket?.team_id, subject, description: "\u202e</pre>\u0000" });
    await send("/support/ticket", { method: "POST", body });
    await send("/support/<script>document.title='broken'</script>?<b>=<i>", { headers: { "x-<b>": "1" } }).catch(
      () => 0,
    );
    await send(`/support/%3Cscript%3E?a=${encodeURIComponent(subject)}`, { headers: { "user-agent": subject } });
    await rows().nth(1).waitFor();
    for (const row of await rows().all()) await row.locator("summary").click();
    await page.getByText("<img src=x").first().waitFor();
    expect(await page.locator("main script, main img, main b, main i").count()).toBe(0);
    expect(await page.title()).toBe("SiteBay Tickets mock");
    expect(said).toEqual([]);
  });

  test("marks answers that break the spec, and those that do so on purpose", async () => {
    sessions.main.override("getTicket", () => ({ status: 200, json: { id: 1 } }) as never, 1);
    const [ticket] = sessions.main.listTickets();
    await page.getByText("Every answer fits the spec.").waitFor();
    await send(`/support/ticket/${ticket?.id}`);
    await page.locator("#judgements li", { hasText: "getTicket, 200" }).waitFor();
  });

  test("shows only what is asked for: an operation's requests, or troubles", async () => {
    await send("/support/ticket");
    await send("/support/ticket/1");
    await rows().nth(1).waitFor();
    await page.getByLabel("Only troubles").check();
    expect(await rows().count()).toBe(1);
    await page.locator("#log-operation").selectOption("login");
    await page.getByText("None of the requests fits the filter.").waitFor();
    await page.getByLabel("Only troubles").uncheck();
    await page.locator("#log-operation").selectOption("");
    expect(await rows().count()).toBe(2);
    await button("Clear").click();
    await page.getByText("No requests yet.").waitFor();
  });

  test("says in the mock's own words what it refuses", async () => {
    await page.getByRole("combobox", { name: "Kind" }).selectOption("html");
    await page
      .locator("#fault-options input")
      .first()
      .evaluate((input) => input.removeAttribute("max"));
    await page.getByRole("spinbutton", { name: "Status" }).fill("700");
    await button("Add fault").click();
    await page.getByRole("alert").getByText("status must be a status from 200 to 599, not 700.").waitFor();
  });

  test("says so when the mock is gone", async () => {
    await server.close();
    await page.getByText("The mock does not answer; trying again").waitFor();
  });

  test("can be used with the keyboard, shows where the focus is, and names every field", async () => {
    await send("/support/ticket");
    await rows().first().waitFor();
    const seen = new Set<string>();
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { name: element.id || element.tagName, isShown: outlineStyle !== "none" && outlineWidth !== "0px" };
      });
      if (!focus) break;
      expect(focus.isShown, focus.name).toBe(true);
      seen.add(focus.name);
    }
    for (const id of ["session", "SUMMARY", "fault-kind", "scenario", "clock-time", "reset", "snapshot"]) {
      expect(seen, id).toContain(id);
    }
    const unnamed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>("input, select")]
        .filter((field) => field.labels?.length === 0)
        .map((field) => field.outerHTML),
    );
    expect(unnamed).toEqual([]);
  });

  test.each([
    [400, "light"],
    [400, "dark"],
    [1400, "light"],
    [1400, "dark"],
  ] as const)("fits %d pixels and is readable in a %s room", async (width, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await send(`/support/ticket/${"long-".repeat(60)}`);
    await page.getByRole("combobox", { name: "Kind" }).selectOption("drift");
    await button("Add fault").click();
    await rows().first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.evaluate(lowContrast)).toEqual([]);
  });
});

/** Texts whose colour is too near to what is behind them (below 4.5 to 1), in the page. */
function lowContrast(): string[] {
  const context = document.createElement("canvas").getContext("2d");
  const pixel = (color: string) => {
    if (!context) return [0, 0, 0, 0];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red = 0, green = 0, blue = 0]: number[]) => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const backgroundOf = (element: Element): number[] => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const color = pixel(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const low: string[] = [];
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const isOff = element instanceof HTMLButtonElement && element.disabled;
    if (!hasText || isOff || !(element instanceof HTMLElement) || element.offsetParent === null) continue;
    const front = luminance(pixel(getComputedStyle(element).color));
    const back = luminance(backgroundOf(element));
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (ratio < 4.5) low.push(`${element.tagName} ${element.className} ${ratio.toFixed(2)}`);
  }
  return low;
}
