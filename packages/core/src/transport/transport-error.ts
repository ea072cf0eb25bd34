import { ConnectionError, InvalidResponseError, RequestTimeoutError, type TimeLimit } from "../errors.ts";
import { afterAttempts, asked, type Call, factsOf } from "./call.ts";
import type { ConnectionFailure } from "./connection-failure.ts";

/** No answer came. */
export function connectionError(call: Call, { reason }: ConnectionFailure, cause: unknown): ConnectionError {
  return new ConnectionError(
    `${asked(call)} got no answer${afterAttempts(call)} (${call.redaction.text(reason)}): check the network and the base URL.`,
    { ...factsOf(call), cause: call.redaction.cause(cause) },
  );
}

/** The connection broke within a body. */
export function cutOffError(
  call: Call,
  response: Response,
  bytes: number,
  { reason }: ConnectionFailure,
  cause: unknown,
): InvalidResponseError {
  return new InvalidResponseError(
    `${asked(call)} was cut off after ${bytes} bytes of the answer (${call.redaction.text(reason)}): try again.`,
    { ...factsOf(call), status: response.status, cause: call.redaction.cause(cause) },
  );
}

const TIMEOUTS: Readonly<Record<TimeLimit, (seconds: string) => string>> = {
  head: (time) => `was not answered within ${time}: try again, or raise timeouts.headMs`,
  idle: (time) => `stalled within the answer, for ${time}: try again, or raise timeouts.idleMs`,
  deadline: (time) => `was not done within ${time}: try again, or raise timeouts.deadlineMs`,
};

/** A time limit passed. */
export function timeoutError(call: Call, limit: TimeLimit, limitMs: number): RequestTimeoutError {
  const message = TIMEOUTS[limit](`${limitMs / 1_000} s`);
  return new RequestTimeoutError(`${asked(call)} ${message}.`, factsOf(call), limit);
}
