import { type OperationId, operations } from "@sitebay-tickets/contract";
import {
  AuthenticationError,
  InvalidRequestError,
  InvalidResponseError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServiceError,
  type TicketApiError,
} from "@sitebay-tickets/core";

/** Makes the error that ends the check. It names the operation's path, never an id. */
type Stop = (operation: OperationId, status: number) => TicketApiError;

/**
 * Whether a refusal of an ordinary read ends the check, and with what. As long as no answer could be
 * used, any refusal speaks against the credential or the address; later only those end it that the
 * next request would meet as well. A status that the spec does not know is a finding in itself.
 *
 * @param opening whether no answer could be used so far
 */
export function stopReason(status: number, isDocumented: boolean, opening: boolean): Stop | undefined {
  if (status === 401) return stop(AuthenticationError, "was refused", "check the credential; it may have expired");
  if (status === 429) return stop(RateLimitError, "was one request too many", "try again later");
  if (!opening || status < 300) return undefined;
  if (status === 403) return stop(PermissionError, "is not allowed", "use a credential with more rights");
  if (status === 404) return stop(NotFoundError, "found nothing", "check the base URL");
  if (status >= 500) return stop(ServiceError, "failed at the service", "try again later");
  if (status < 400) return stop(InvalidResponseError, "was redirected", "check the base URL");
  return isDocumented ? stop(InvalidRequestError, "was rejected", "try again later") : undefined;
}

/** An answer that is of no use. */
export function unusable(came: string, advice: string): Stop {
  return stop(InvalidResponseError, `was answered with ${came}`, advice);
}

function stop(
  Kind: new (...args: ConstructorParameters<typeof TicketApiError>) => TicketApiError,
  came: string,
  advice: string,
): Stop {
  return (operation, status) => {
    const { method, path } = operations[operation];
    const message = `${method} ${path} ${came} (status ${status}): ${advice}.`;
    return new Kind(message, { operation, method, url: path, status, attempts: 1, elapsedMs: 0 });
  };
}
