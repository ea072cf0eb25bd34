import type { ServiceRequest } from "../answer/service-messages.ts";
import { headerFields } from "./header-fields.ts";

/**
 * A fetch request as a world takes it. Reads its body.
 *
 * @param cookies what msw knows of them: pages cannot see the Cookie header
 */
export async function serviceRequest(
  request: Request,
  basePath: string,
  cookies: Readonly<Record<string, string>> = {},
): Promise<ServiceRequest> {
  const url = new URL(request.url);
  return {
    method: request.method,
    path: url.pathname.slice(basePath.length),
    query: url.search.slice(1),
    headers: { ...cookieHeader(cookies), ...hiddenHeaders(request.method, url), ...headerFields(request.headers) },
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

function cookieHeader(cookies: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  return pairs.length > 0 ? { cookie: pairs.join("; ") } : {};
}

/** happy-dom keeps a page's origin, and what its preflights ask, from msw; it holds the answers against them all the same. */
function hiddenHeaders(method: string, { origin }: URL): Record<string, string> {
  const page = globalThis.location?.origin;
  if (page === undefined || page === origin || !navigator.userAgent.includes("HappyDOM")) return {};
  return { origin: page, ...(method === "OPTIONS" && { "access-control-request-method": "*" }) };
}
