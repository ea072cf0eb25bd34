import { readAtMost } from "./read-at-most.ts";
import type { Source } from "./source.ts";
import { UpstreamError } from "./upstream-error.ts";

/** @throws UpstreamError when the address does not answer with a document in time */
export async function fetchText(address: string, timeoutMs: number): Promise<Source> {
  if (!URL.canParse(address)) throw new UpstreamError(address, "is no address");
  const url = new URL(address);
  // A user name or a token in an address is not to be repeated.
  const name = `${url.origin}${url.pathname}`;
  if (url.username || url.password) {
    throw new UpstreamError(
      name,
      "an address with a user name in it is not fetched: download the document and name the file",
    );
  }
  try {
    const response = await fetch(url, {
      headers: { accept: "application/json, application/yaml, text/yaml, */*;q=0.5" },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new UpstreamError(name, `answers with ${response.status} ${response.statusText}`.trimEnd());
    return { name, text: response.body ? await readAtMost(response.body, name) : "" };
  } catch (error) {
    if (error instanceof UpstreamError) throw error;
    throw new UpstreamError(name, reasonOf(error, timeoutMs), { cause: error });
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === "TimeoutError") {
    return `gave no complete answer within ${timeoutMs / 1000} s`;
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const { code, message } = first as NodeJS.ErrnoException;
  if (code === "ECONNREFUSED") return "cannot be reached: nothing listens there (ECONNREFUSED)";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `cannot be reached: no such host (${code})`;
  return `cannot be read: ${code === undefined ? message : `${message} (${code})`}`;
}
