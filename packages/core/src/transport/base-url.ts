import { matchPath, type Operation, type OperationId, operations } from "@sitebay-tickets/contract";

/**
 * Reads a base URL; in a browser it may be relative to the page.
 *
 * @returns the absolute URL, without a slash at its end
 * @throws TypeError when it is none that paths can be added to
 */
export function parseBaseUrl(text: string): string {
  const url = URL.parse(text, globalThis.location?.href);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`baseUrl must be an http(s) URL, such as https://my.sitebay.org/f/api/v1; it is "${text}".`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new TypeError("baseUrl must not contain a user name or a password: pass them as auth: password({ … }).");
  }
  if (url.search !== "" || url.hash !== "") {
    throw new TypeError("baseUrl must end with its path: leave out what begins with ? or #.");
  }
  return url.href.replace(/\/+$/, "");
}

/**
 * Finds the operation that a request is for.
 *
 * @returns undefined when it is none of the API's, or goes to another place than the base URL
 */
export function findOperation(baseUrl: string, request: Request): (Operation & { id: OperationId }) | undefined {
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (!address.startsWith(`${baseUrl}/`)) return undefined;
  const byMethod: Readonly<Record<string, OperationId>> = matchPath(address.slice(baseUrl.length))?.operations ?? {};
  const id = byMethod[request.method];
  return id && operations[id];
}
