import type { ServiceRequest, ServiceResponse } from "../answer/service-messages.ts";

/** Answers a browser's question whether it may send a request; undefined when that was not the question. */
export function preflight({ method, headers }: ServiceRequest): ServiceResponse | undefined {
  if (method !== "OPTIONS" || headers.origin === undefined) return undefined;
  if (headers["access-control-request-method"] === undefined) return undefined;
  return {
    status: 200,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "access-control-allow-methods": "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
      "access-control-allow-headers":
        headers["access-control-request-headers"] ?? "authorization, content-type, x-mock-session",
      "access-control-max-age": "600",
    },
    body: { kind: "text", text: "OK" },
  };
}

/** What lets pages of any origin read a response, those with the session cookie too. */
export function corsHeaders({ headers: { origin } }: ServiceRequest): Readonly<Record<string, string>> {
  if (origin === undefined) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "Retry-After, WWW-Authenticate, X-Mock-Fault, X-Mock-Off-Spec",
    vary: "Origin",
  };
}
