import type { IncomingMessage, ServerResponse } from "node:http";
import { basePath } from "../base-path.ts";
import { CONTROL_PATH } from "../control/control-messages.ts";
import { exchange } from "../exchange/exchange.ts";
import type { WorldSessions } from "../world/world-sessions.ts";
import { readRequest } from "./incoming-request.ts";
import { sendDelivery } from "./send-delivery.ts";

/** What a server of node:http calls with each request: these worlds below `/f/api/v1`, their control below `/__mock`. */
export function requestListener(
  sessions: WorldSessions,
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    respond(sessions, incoming, outgoing).catch((error) => breakOff(outgoing, error));
  };
}

async function respond(sessions: WorldSessions, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const isForControl = isControlUrl(incoming.url ?? "");
  const request = await readRequest(incoming, isForControl ? CONTROL_PATH : basePath);
  if (!request) {
    sendJson(outgoing, 413, { detail: "Request Entity Too Large" });
  } else if (isForControl) {
    // Most mocks are never asked, and begin sooner without it.
    const { control } = await import("../control/control.ts");
    const { status, headers, body } = control(sessions, request);
    outgoing.writeHead(status, body === "" ? headers : { ...headers, "content-length": Buffer.byteLength(body) });
    outgoing.end(body);
  } else {
    await sendDelivery(await exchange(sessions.of(request), request), outgoing);
  }
}

function isControlUrl(url: string): boolean {
  return url.startsWith(CONTROL_PATH) && /^(?:[/?]|$)/.test(url.slice(CONTROL_PATH.length));
}

/** Mostly the client is gone. Else the mock itself is broken, and says so if it still can. */
function breakOff(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
  else sendJson(outgoing, 500, { detail: `The mock failed: ${error}` });
}

function sendJson(outgoing: ServerResponse, status: number, value: unknown): void {
  outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
