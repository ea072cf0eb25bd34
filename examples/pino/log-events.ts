import type { ClientEvent } from "@sitebay-tickets/core";
import type { Logger } from "pino";

/**
 * Writes a line for each event of a client. What happens every time is `debug`, what slows a call
 * down is `warn`, so that a logger of level `info` is silent on good days.
 *
 * @example createTicketClient({ auth, onEvent: logEvents(pino()) })
 */
export function logEvents(logger: Logger): (event: ClientEvent) => void {
  return ({ type, ...facts }) => {
    const { level, message } = LINES[type];
    logger[level]({ event: type, ...facts }, message);
  };
}

/** An event that is new to the client is missing here at compile time. */
const LINES = {
  request: { level: "debug", message: "asking the ticket service" },
  response: { level: "debug", message: "the ticket service has answered" },
  failure: { level: "warn", message: "the ticket service gave no answer that can be used" },
  retry: { level: "warn", message: "asking the ticket service again after a pause" },
  refresh: { level: "info", message: "logged in to the ticket service again" },
  drift: { level: "warn", message: "an answer departs from the API's description" },
} as const satisfies Record<ClientEvent["type"], { level: "debug" | "info" | "warn"; message: string }>;
