import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright";
import type { Outcome } from "./case.ts";

/** Runs the cases in a page of Debian's Chromium, of another origin than the worlds'. */
export async function runInChromium(
  module: string,
  baseUrl: string,
  nowhere: string,
): Promise<{ version: string; outcomes: Outcome[] }> {
  const server = createServer(({ url }, response) => {
    const [type, body] = url === "/cases.js" ? ["text/javascript", module] : ["text/html", "<!doctype html>"];
    response.writeHead(200, { "Content-Type": type }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    // Cookies are of a host, whatever the port.
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const addresses = [baseUrl.replace("127.0.0.1", "localhost"), nowhere].map((address) => JSON.stringify(address));
    const outcomes: Outcome[] = await page.evaluate(
      `import("/cases.js").then(({ runCases }) => runCases(${addresses}))`,
    );
    return { version: browser.version(), outcomes };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
