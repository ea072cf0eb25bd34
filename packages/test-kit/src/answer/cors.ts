import type { ServiceRequest, ServiceResponse } from "./service-messages.ts";

/** Answers a browser's question whether it may send a request; undefined when that was not the question. */
export function preflight({ method, headers }: ServiceRequest): ServiceResponse | undefined {
  if (method !== "OPTIONS" || headers.origin === undefined) return undefined;
  if (headers["access-control-request-method"] === undefined) return undefined;
  return {
    status: 200,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "access-control-allow-methods": "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
      "access-control-allow-headers": headers["access-control-request-headers"] ?? "authorization, content-type",
      "access-control-max-age": "600",
    },
    body: "OK",
  };
}

/** Lets pages of any origin read the response, those with the session cookie too. */
export function allowOrigin({ headers }: ServiceRequest, response: ServiceResponse): ServiceResponse {
  const { origin } = headers;
  if (origin === undefined) return response;
  return {
    ...response,
    headers: {
      ...response.headers,
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      "access-control-expose-headers": "Retry-After, WWW-Authenticate",
      vary: "Origin",
    },
  };
}
