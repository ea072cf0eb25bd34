const MASK = "[redacted]";

/**
 * Keeps what a call sends as credentials out of what it tells. It remembers secrets, and rewrites
 * foreign text: reasons that the service gives, messages of the runtime, causes.
 */
export class Redaction {
  readonly #secrets = new Set<string>();

  constructor(secrets?: readonly string[]) {
    this.add(secrets);
  }

  add(secrets: readonly string[] = []): void {
    for (const secret of secrets) if (secret !== "") this.#secrets.add(secret);
  }

  text(text: string): string {
    // Longest first: one secret may be a part of another.
    const secrets = [...this.#secrets].sort((a, b) => b.length - a.length);
    return secrets.reduce((clean, secret) => clean.replaceAll(secret, MASK), text);
  }

  /** A copy of an error that holds its names, messages and codes, and nothing else that it may carry. */
  cause(error: unknown): Error | undefined {
    if (!(error instanceof Error)) return undefined;
    const cause = this.cause(error.cause);
    const copy = new Error(this.text(error.message), cause && { cause });
    copy.name = error.name;
    if (error.stack !== undefined) copy.stack = this.text(error.stack);
    return "code" in error && typeof error.code === "string" ? Object.assign(copy, { code: error.code }) : copy;
  }
}
