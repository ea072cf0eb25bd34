import { expect, test } from "vitest";
import { writeRequestLines } from "../src/cli/request-lines.ts";
import { createTicketWorld, exchange, offSpec, WorldSessions } from "../src/index.ts";

test("tells of requests to every session, and of each answer that breaks the spec or departs from it on purpose", async () => {
  const sessions = new WorldSessions(createTicketWorld());
  const lines: string[] = [];
  sessions.world("early");
  writeRequestLines(sessions, (line) => lines.push(line.replace(/^\d\d:\d\d:\d\d\.\d{3} /, "")));
  const send = (session: string | undefined, path: string) => {
    const headers = { authorization: "Bearer demo-token", ...(session && { "x-mock-session": session }) };
    const request = { method: "GET", path, query: "", headers, body: undefined };
    return exchange(sessions.of(request), request);
  };
  const id = "/support/ticket/38ca379f-8881-43b8-8f0b-8a9ffa57ad5c";
  sessions.main.override("getTicket", () => offSpec("a status to come", { status: 410, json: {} }), 1);
  await send(undefined, id);
  sessions.main.override("getTicket", () => ({ status: 200, json: { id: 1 } }) as never, 2);
  await send(undefined, id);
  sessions.main.judgements.clear();
  await send(undefined, id);
  await send("early", "/support/ticket");
  await send("late", "/no\u001b[31mwhere");

  const violation = expect.stringMatching(/^An answer of getTicket with status 200 breaks the spec: must have /);
  expect(lines).toEqual([
    `GET ${id} · 410 · getTicket · off spec: a status to come`,
    `GET ${id} · 500 · getTicket`,
    violation,
    `GET ${id} · 500 · getTicket`,
    violation,
    "GET /support/ticket · 200 · listTickets · session early",
    "GET /no?[31mwhere · 404 · no operation · session late",
  ]);
});
