import type { RequestCredential } from "./session.ts";

/** Sends a request, with what this attempt changes of it. */
export type Fetch = (request: Request, init: RequestInit) => Promise<Response>;

/** A request that can be sent more than once. */
export interface Outgoing {
  readonly request: Request;
  /** What an attempt changes of it; it is sent with these, and never by itself. */
  forAttempt(credential: RequestCredential | undefined, signal: AbortSignal): RequestInit;
}

/** @param mayRepeat whether the runtime's fetch may send it again by itself, where it does such things */
export async function readOutgoing(request: Request, mayRepeat: boolean): Promise<Outgoing> {
  // Once read, it can be sent any number of times; a copy for each attempt would have to be made of a stream.
  const body = request.body === null ? undefined : await request.arrayBuffer();
  return {
    request,
    forAttempt(credential, signal) {
      const headers = new Headers(request.headers);
      for (const [name, value] of Object.entries(credential?.headers ?? {})) headers.set(name, value);
      return {
        headers,
        signal,
        ...(credential?.includeCookies && { credentials: "include" }),
        ...(body && (mayRepeat ? { body } : unrepeatable(body))),
      };
    },
  };
}

/**
 * Deno's fetch sends a request again, a POST too, when a kept connection breaks before the answer; not
 * one whose body is a stream. Elsewhere a request is sent once, or nothing can be done about it.
 */
function unrepeatable(body: ArrayBuffer): RequestInit {
  if (!("Deno" in globalThis)) return { body };
  return { body: new Blob([body]).stream(), ...{ duplex: "half" } };
}
