/** The service's document cannot be compared; the message says in one line which document, and why. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";

  constructor(source: string, reason: string, options?: ErrorOptions) {
    super(`${source}: ${reason}`, options);
  }
}
