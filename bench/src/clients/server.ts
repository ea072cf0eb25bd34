import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as fixtures from "@sitebay-tickets/test-kit/fixtures";

/**
 * The service of this bench, as quick as node:http can be: every answer is ready beforehand. Below
 * `/25/…` the list holds 25 tickets, below `/1000/…` 1,000. Prints its port.
 */

const lists = new Map([25, 1_000].map((count) => [`/${count}/`, Buffer.from(JSON.stringify(tickets(count)))]));
const one = Buffer.from(JSON.stringify(fixtures.ticket()));

const server = createServer((request, response) => {
  const { url = "", method } = request;
  const isList = method === "GET" && url.endsWith("/ticket");
  const body = (isList && lists.get(url.slice(0, url.indexOf("/", 1) + 1))) || one;
  request.resume().once("end", () => {
    const headers = { "Content-Type": "application/json", "Content-Length": body.length };
    response.writeHead(method === "POST" ? 201 : 200, headers).end(body);
  });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));

function tickets(count: number) {
  return Array.from({ length: count }, (_, index) => fixtures.ticket({}, { index }));
}
