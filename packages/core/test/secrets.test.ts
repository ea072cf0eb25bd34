import { inspect } from "node:util";
import { expect, test } from "vitest";
import { bearer, type ClientEvent, cookie, password, type TicketClientOptions } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { type Answer, html, json, raw, reset, startService } from "./support/service.ts";

const TOKEN = "canary-7f3a";

/** An error as some HTTP libraries make it: it carries the request, and quotes it. */
class ChattyError extends Error {
  readonly code = "ECONNRESET";
  readonly request: Request;
  constructor(request: Request, body: string) {
    const headers = JSON.stringify([...request.headers]);
    super(`Sending ${headers} ${body} failed`, { cause: new Error(`Inner: ${headers} ${body}`) });
    this.request = request;
  }
}

const chattyFetch = async (request: Request) => {
  throw new ChattyError(request, await request.clone().text());
};

/** Answers with what it was sent, wherever there is room. */
function echo(status: number, quote: (sent: string) => unknown): Answer {
  return (response, request) => {
    const { headers, body } = request;
    const form = decodeURIComponent(body.replaceAll("+", " "));
    const sent = [headers.authorization, headers.cookie, body, form].join(" ");
    json(status, { detail: quote(sent) }, { "X-Request-Id": encodeURI(sent) })(response, request);
  };
}

const credentials: [string, TicketClientOptions["auth"]][] = [
  ["a token", bearer(TOKEN)],
  ["a token function", bearer(() => TOKEN)],
  ["a cookie", cookie(TOKEN)],
  ["a password", password({ username: "ada", password: 'canary-7f3a+&/é\\"' })],
  ["a password with a space", password({ username: "ada", password: `${TOKEN} horse` })],
];

const failures: [string, Answer, Partial<TicketClientOptions>][] = [
  ["a broken connection", reset, {}],
  ["a 401 that quotes the credential", echo(401, (sent) => `Bad credential: ${sent}`), {}],
  ["a 422 that quotes the request", echo(422, (sent) => [{ loc: ["body"], msg: sent, type: "x", input: sent }]), {}],
  ["a 500 that is a text", raw(500, `trace ${TOKEN}`), {}],
  ["HTML", html(200), {}],
  ["cut-off JSON that holds a token", raw(200, `{"access_token": "${TOKEN}`), {}],
  ["a token that no header can carry", json(200, { access_token: `${TOKEN}\n` }), {}],
  ["a time-out", () => undefined, { timeouts: { headMs: 20 } }],
  ["a fetch that quotes the request", html(200), { fetch: chattyFetch }],
];

const cases = credentials.flatMap(([credential, auth]) =>
  failures.map(([failure, answer, options]) => [credential, failure, auth, answer, options] as const),
);

test.each(cases)("%s stays out of errors and events after %s", async (_credential, _failure, auth, answer, options) => {
  await using service = await startService(answer);
  const events: ClientEvent[] = [];
  const client = connect(service, { auth, onEvent: (event) => events.push(event), ...options });
  const error: unknown = await client.tickets.list().catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error("It did not fail.");
  const told = [
    error.message,
    String(error.stack),
    JSON.stringify(error),
    inspect(error, { depth: null, showHidden: true }),
    JSON.stringify(events),
    inspect(events, { depth: null }),
    inspect(client, { depth: null, showHidden: true }),
    inspect(auth, { depth: null, showHidden: true }),
  ].join("\n");
  expect(told).not.toContain("canary");
});
