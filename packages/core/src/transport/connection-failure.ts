/** Why there was no answer, and whether anything can have reached the service. */
export interface ConnectionFailure {
  /** In plain words: "connection refused". */
  readonly reason: string;
  /** Whether the connection was never made, for certain. */
  readonly neverConnected: boolean;
}

const REASONS: ReadonlyMap<string, ConnectionFailure> = new Map(
  Object.entries({
    ECONNREFUSED: { reason: "connection refused", neverConnected: true },
    ENOTFOUND: { reason: "host not found", neverConnected: true },
    EAI_AGAIN: { reason: "host name cannot be resolved at the moment", neverConnected: true },
    ECONNRESET: { reason: "connection reset", neverConnected: false },
    EPIPE: { reason: "connection closed while sending", neverConnected: false },
    ETIMEDOUT: { reason: "network timed out", neverConnected: false },
    EHOSTUNREACH: { reason: "host unreachable", neverConnected: false },
    ENETUNREACH: { reason: "network unreachable", neverConnected: false },
    UND_ERR_SOCKET: { reason: "connection closed", neverConnected: false },
    UND_ERR_CONNECT_TIMEOUT: { reason: "connecting took too long", neverConnected: true },
    CERT_HAS_EXPIRED: { reason: "the server's certificate has expired", neverConnected: false },
    DEPTH_ZERO_SELF_SIGNED_CERT: { reason: "the server's certificate is self-signed", neverConnected: false },
    SELF_SIGNED_CERT_IN_CHAIN: { reason: "the server's certificate is not trusted", neverConnected: false },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: { reason: "the server's certificate is not trusted", neverConnected: false },
    ERR_TLS_CERT_ALTNAME_INVALID: { reason: "the server's certificate is for another host", neverConnected: false },
  }),
);

/**
 * Says what a rejection of `fetch` means. The code stands on the error or on one of its causes, by
 * runtime; where there is none, or an unknown one, something may have been sent.
 */
export function describeConnectionFailure(error: unknown): ConnectionFailure {
  const chain = causesOf(error);
  const code = chain.map(codeOf).find((code) => code !== undefined);
  const known = code === undefined ? connectingFailed(chain) : REASONS.get(code);
  return known ?? { reason: code ?? chain.at(-1)?.message ?? String(error), neverConnected: false };
}

/** Deno gives no code, but its message says at which stage a request failed. */
function connectingFailed(chain: readonly Error[]): ConnectionFailure | undefined {
  const [, why] = chain.map(({ message }) => /client error \(Connect\): (.*)$/.exec(message)).find(Boolean) ?? [];
  if (why === undefined) return undefined;
  return REASONS.get(/refused/i.test(why) ? "ECONNREFUSED" : "") ?? { reason: why, neverConnected: true };
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
