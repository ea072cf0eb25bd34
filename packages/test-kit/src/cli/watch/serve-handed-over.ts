import { once } from "node:events";
import { createServer } from "node:http";
import { Socket } from "node:net";
import process from "node:process";
import { requestListener } from "../../server/request-listener.ts";
import type { WorldSessions } from "../../world/world-sessions.ts";
import type { CliEnvironment } from "../cli-environment.ts";
import type { MockOptions } from "../mock-command.ts";
import { mockWorlds } from "../mock-worlds.ts";
import { greet, tell } from "../serve-mock.ts";
import type { FromServing, ToServing } from "./handover-messages.ts";
import { OpenConnections } from "./open-connections.ts";
import { restoreWorlds, worldsState } from "./worlds-state.ts";

/** Serves the connections that another process hands over, until that one ends or wants the state. */
export async function serveHandedOver(options: MockOptions, environment: CliEnvironment): Promise<void> {
  if (!process.connected) throw new Error("--watched is for the command's own use; write --watch.");
  const sessions = mockWorlds(options);
  const server = createServer(requestListener(sessions));
  const connections = new OpenConnections(server);
  const ended = once(process, "disconnect");
  process.on("message", (message: ToServing, socket: unknown) => {
    switch (message.kind) {
      case "begin":
        begin(message, sessions, options, environment);
        break;
      case "connection":
        // A client that has left meanwhile leaves no socket.
        if (socket instanceof Socket) connections.add(socket);
        break;
      case "handOver":
        void connections.finish().then(() => send({ kind: "state", state: worldsState(sessions) }));
        break;
    }
  });
  // The process that listens ends at a signal, and then this one.
  send({ kind: "loaded" });
  await ended;
  connections.destroy();
}

function begin(
  { address, state }: Extract<ToServing, { kind: "begin" }>,
  sessions: WorldSessions,
  options: MockOptions,
  environment: CliEnvironment,
): void {
  if (state) {
    const lost = restoreWorlds(sessions, state);
    const loss = lost === 0 ? "" : `, but for ${lost} changed tickets that no longer fit it`;
    environment.stdout.write(`The contract changed: serving the new one, with the same state${loss}.\n`);
  } else {
    greet(address, sessions, options, environment);
  }
  tell(sessions, options, environment);
}

function send(message: FromServing): void {
  process.send?.(message);
}
