import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { TicketDesk } from "./ticket-desk.ts";

/** Bare node:http: `node bare.js PORT TICKETS_FILE`. Each answer is stringified when it is asked for. */

const [port, file = ""] = process.argv.slice(2);
const desk = TicketDesk.fromFile(file);
const BASE = "/f/api/v1/support/ticket";

createServer(async (request, response) => {
  const url = request.url ?? "";
  if (!url.startsWith(BASE)) return send(response, 404, { detail: "Not Found" });
  if (request.method === "POST") {
    const opened = desk.open(JSON.parse(await text(request)));
    if ("ticket" in opened) return send(response, 201, opened.ticket);
    return send(response, 422, opened);
  }
  if (url === BASE) return send(response, 200, desk.list());

  const [path = "", query] = url.slice(BASE.length + 1).split("?");
  const [id = "", replies] = path.split("/");
  const parameters = new URLSearchParams(query);
  const found = replies
    ? desk.replyPage(id, Number(parameters.get("page") ?? 1), Number(parameters.get("size") ?? 50))
    : desk.get(id);
  if (found) send(response, 200, found);
  else send(response, 404, { detail: "Not Found" });
}).listen(Number(port), "127.0.0.1");

function send(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  response.writeHead(status, headers).end(body);
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
