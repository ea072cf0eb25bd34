import { createTicketClient, isTicketApiError, password } from "@sitebay-tickets/core";
import { report } from "@sitebay-tickets/core/validation";
import { pino } from "pino";
import { logEvents } from "./log-events.ts";

const { SITEBAY_BASE_URL, SITEBAY_USERNAME = "", SITEBAY_PASSWORD = "", LOG_LEVEL = "info" } = process.env;
const logger = pino({ level: LOG_LEVEL });

const client = createTicketClient({
  ...(SITEBAY_BASE_URL && { baseUrl: SITEBAY_BASE_URL }),
  auth: password({ username: SITEBAY_USERNAME, password: SITEBAY_PASSWORD }),
  validate: report(),
  onEvent: logEvents(logger),
});

try {
  let open = 0;
  for (const ticket of await client.tickets.list()) if (!ticket.resolved) open += 1;
  logger.info({ open }, "counted the open tickets");
} catch (error) {
  if (!isTicketApiError(error)) throw error;
  // Its toJSON holds everything but the stack, and no credential.
  logger.error({ error }, error.message);
  process.exitCode = 1;
}
