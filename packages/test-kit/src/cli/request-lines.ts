import { type Violation, violationText } from "../judge/judgements.ts";
import type { LoggedRequest } from "../world/logged-request.ts";
import type { WorldSessions } from "../world/world-sessions.ts";

/** Writes a line for each request that any of these worlds receives from now on, and for each violation of the spec. */
export function writeRequestLines(sessions: WorldSessions, write: (line: string) => void): void {
  sessions.watch((world, session) => {
    const told = new WeakSet<Violation>(world.judgements.violations);
    world.requests.subscribe((request) => {
      write(requestLine(request, session, new Date()));
      for (const violation of world.judgements.violations) {
        if (!told.has(violation)) write(violationText(violation));
        told.add(violation);
      }
    });
  });
}

/** What happened, without a secret. @param now by the clock on the wall: the world's may stand still */
export function requestLine(request: LoggedRequest, session: string | undefined, now: Date): string {
  const { method, path, status, operation, faults, offSpec } = request;
  const time = `${now.toTimeString().slice(0, 8)}.${String(now.getMilliseconds()).padStart(3, "0")}`;
  return [
    `${time} ${method} ${path === "" ? "outside of the API" : printable(path)}`,
    status ?? "no answer",
    operation ?? "no operation",
    ...(faults.length > 0 ? [`fault ${faults.join(", ")}`] : []),
    ...(offSpec === undefined ? [] : [`off spec: ${offSpec}`]),
    ...(session === undefined ? [] : [`session ${printable(session)}`]),
  ].join(" · ");
}

/** What a client sent must not steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "?");
}
