import { operations } from "@sitebay-tickets/contract";

/** Somebody asked for more than reading. Nothing was sent. */
export class ReadOnlyError extends Error {
  override readonly name = "ReadOnlyError";
}

/**
 * A fetch that cannot change anything at the service: it lets GET below the base URL through, and
 * the login, a POST to exactly its own address, which gives a token for a password. It throws at
 * everything else before a byte is sent, and follows no redirect, which could lead elsewhere.
 *
 * @param baseUrl without a slash at its end
 * @param send what sends a request that is let through
 * @throws ReadOnlyError
 */
export function readOnlyFetch(
  baseUrl: string,
  send: (request: Request) => Promise<Response> = (request) => fetch(request),
): (request: Request) => Promise<Response> {
  const login = operations.login.method + baseUrl + operations.login.path;
  return async (request) => {
    const { method, url } = request;
    const reads = method === "GET" && url.startsWith(`${baseUrl}/`);
    if (!reads && method + url !== login) throw new ReadOnlyError(`${method} ${url} is not sent: only GET is.`);
    return await send(new Request(request, { redirect: "manual" }));
  };
}
