/** What the user asked for cannot be done as it was asked. The message says how it can. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
