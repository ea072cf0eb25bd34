import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface ReceivedRequest {
  readonly method: string;
  /** Below the base URL, with the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

export interface Service extends AsyncDisposable {
  readonly baseUrl: string;
  /** In the order of their arrival. */
  readonly requests: readonly ReceivedRequest[];
}

const BASE_PATH = "/f/api/v1";

/** A real HTTP server on a free port: the n-th request gets the n-th answer, the last one all that follow. */
export async function startService(...answers: readonly Answer[]): Promise<Service> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const path = (request.url ?? "").replace(BASE_PATH, "");
    const received = { method: request.method ?? "", path, headers: request.headers, body };
    requests.push(received);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (!answer) throw new Error("The service has no answers.");
    answer(response, received);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}${BASE_PATH}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Answers with JSON. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return raw(status, JSON.stringify(value), { "Content-Type": "application/json", ...headers });
}

/** Answers with a text as it is. */
export function raw(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, headers).end(body);
  };
}

export function html(status: number): Answer {
  return raw(status, "<!doctype html><title>Sign in</title>", { "Content-Type": "text/html; charset=utf-8" });
}

/** Breaks the connection without an answer. */
export const reset: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

/** Sends a part of an answer, then breaks the connection; the head promises more. */
export function cutOff(status: number, part: string): Answer {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/json", "Content-Length": part.length + 1_000 });
    response.write(part, () => response.socket?.destroySoon());
  };
}

/** Never answers. */
export const silence: Answer = () => undefined;
