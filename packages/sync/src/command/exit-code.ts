/** What `sitebay-tickets` tells its caller; listed for users in docs/exporting.md. */
export const exitCode = {
  done: 0,
  /** A wrong option, a missing setting, an address that is not the service's. */
  usage: 2,
  /** The service refused the credentials. */
  credentials: 4,
  /** The service could not be reached, failed, or refused the request. */
  service: 5,
  /** The service's answer cannot be used: truncated, not JSON, not tickets. */
  answer: 6,
  /** The output cannot be written. */
  output: 7,
  /** The output folder holds runs of other tickets. */
  refused: 8,
  /** A fault in this program. */
  fault: 70,
  /** Another run is writing to the same folder. */
  locked: 75,
  /** Stopped with Ctrl-C. */
  interrupted: 130,
  /** Stopped with SIGTERM. */
  terminated: 143,
} as const;
