import { writeFileSync } from "node:fs";
import type { ServerAddress } from "../server/server-address.ts";
import { serve } from "../server.ts";
import type { WorldSessions } from "../world/world-sessions.ts";
import type { CliEnvironment } from "./cli-environment.ts";
import type { MockOptions } from "./mock-command.ts";
import { mockCredentials, mockWorlds } from "./mock-worlds.ts";
import { writeRequestLines } from "./request-lines.ts";
import { startupText } from "./startup-text.ts";
import { aborted } from "./stop.ts";

/** Serves until told to stop. @throws Error in one line when it cannot listen, or not write what was exercised */
export async function serveMock(options: MockOptions, environment: CliEnvironment): Promise<void> {
  const sessions = mockWorlds(options);
  const server = await serve(sessions, options);
  greet(server, sessions, options, environment);
  tell(sessions, options, environment);
  await aborted(environment.stop);
  await server.close();
  if (options.coverage !== undefined) {
    writeFileSync(options.coverage, `${JSON.stringify(sessions.coverage.data, null, 2)}\n`);
  }
}

/** Says what a user of the mock wants to know first. */
export function greet(
  address: ServerAddress,
  { main }: WorldSessions,
  options: MockOptions,
  { stdout }: CliEnvironment,
): void {
  stdout.write(startupText(address, main, mockCredentials(options)));
}

/** Tells of each request, if that was asked for. */
export function tell(sessions: WorldSessions, { log }: MockOptions, { stdout, stderr }: CliEnvironment): void {
  // Who reads the first lines only, as `head` does, still wants to be served.
  stdout.once("error", () => stderr.write("Nobody reads the output any more; still serving.\n"));
  if (log) writeRequestLines(sessions, (line) => stdout.write(`${line}\n`));
}
