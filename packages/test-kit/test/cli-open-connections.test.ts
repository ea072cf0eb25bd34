import { once } from "node:events";
import { createServer as createHttpServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { OpenConnections } from "../src/cli/watch/open-connections.ts";

let connections: OpenConnections;
/** Opens a connection that the server has been handed. */
let open: () => Promise<Socket>;
/** The next request's answer, to be given. */
let asked: () => Promise<ServerResponse>;

beforeEach(async () => {
  const http = createHttpServer();
  connections = new OpenConnections(http);
  const arrived: ServerResponse[] = [];
  http.on("request", (_, outgoing) => arrived.push(outgoing));
  asked = async () => {
    while (arrived.length === 0) await once(http, "request");
    return arrived.shift() ?? expect.unreachable();
  };
  const listening = createServer({ pauseOnConnect: true }, (socket) => connections.add(socket)).listen(0, "127.0.0.1");
  await once(listening, "listening");
  onTestFinished(() => void listening.close());
  open = async () => {
    const socket = connect((listening.address() as AddressInfo).port, "127.0.0.1");
    const [accepted] = await Promise.all([once(listening, "connection"), once(socket, "connect")]);
    expect(accepted).toHaveLength(1);
    return socket;
  };
});

const REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

test("finishes when what was asked for is answered, and closes that connection", async () => {
  const client = await open();
  client.write(REQUEST);
  const answer = await asked();
  let isFinished = false;
  const finished = connections.finish().then(() => {
    isFinished = true;
  });
  // Longer than it waits for a first request.
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(isFinished).toBe(false);
  answer.end("done");
  expect(await text(client)).toMatch(/^HTTP\/1\.1 200 OK\r\n.*done/s);
  await finished;
});

test("answers the first request of a connection that has just been opened", async () => {
  const client = await open();
  const finished = connections.finish();
  client.write(REQUEST);
  (await asked()).end("still served");
  const said = await text(client);
  expect(said).toContain("still served");
  expect(said).toMatch(/^connection: close/im);
  await finished;
});

test("ends a connection that is kept alive and asks for nothing", async () => {
  const client = await open();
  client.write(REQUEST);
  (await asked()).end("done");
  await once(client, "data");
  const ended = once(client, "end");
  await Promise.all([connections.finish(), ended]);
});

test("finishes although an answer never comes", async () => {
  const client = await open();
  client.on("error", () => undefined).write(REQUEST);
  await asked();
  const closed = once(client, "close");
  await connections.finish();
  await closed;
});

test("finishes at once when there is no connection", async () => {
  await connections.finish();
});
