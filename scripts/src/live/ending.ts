import { operations } from "@sitebay-tickets/contract";
import { isTicketApiError, type TicketApiError } from "@sitebay-tickets/core";
import { exitCode } from "@sitebay-tickets/sync/command/exit-code";
import { failureOf } from "@sitebay-tickets/sync/command/failure";

/** How a check that came to nothing ends. */
interface Ending {
  readonly exitCode: number;
  /** For people. It holds no id and nothing that the service said. */
  readonly text: string;
}

/** Reads why the check of a service failed; the exit codes are those of `sitebay-tickets export`. */
export function endingOf(error: unknown, baseUrl: string): Ending {
  const failure = failureOf(error);
  if (!failure) {
    // An unforeseen error may quote what was read: its frames say enough.
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    const frames = stack.split("\n").filter((line) => line.startsWith("    at "));
    const name = error instanceof Error ? error.name : typeof error;
    return {
      exitCode: exitCode.fault,
      text: ["this should not have happened; please report it.", name, ...frames].join("\n"),
    };
  }
  const message = isTicketApiError(error) ? withoutData(error, baseUrl) : failure.message;
  return { exitCode: failure.exitCode, text: failure.hint ? `${message}\n${failure.hint}` : message };
}

/** The client's message holds an id where the path does, and repeats what the service said. */
function withoutData(error: TicketApiError, baseUrl: string): string {
  const { message, url, operation, method, status, detail, issues } = error;
  const address = operation ? baseUrl + operations[operation].path : baseUrl;
  if (detail === undefined && issues.length === 0) return message.replaceAll(url, address);
  return `${method} ${address} was answered with status ${status}.`;
}
