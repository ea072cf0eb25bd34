import { decoded, matchDecoded } from "./route.ts";
import type { ServiceRequest } from "./service-messages.ts";

/**
 * Where a request is sent on to that differs from a path of the API by slashes at its end, whatever
 * its method (fastapi/routing.py, `APIRouter.app`). undefined when it does not.
 *
 * @returns an address relative to the request's: a world does not know below which URL it is served
 */
export function redirectTarget({ path, query }: ServiceRequest): string | undefined {
  const [shorter = "", slashes = ""] = /^(.*?)((?:\/|%2f)+)$/is.exec(path)?.slice(1) ?? [];
  if (slashes === "" || !matchDecoded(shorter)) return undefined;
  const upwards = "../".repeat(slashes.replaceAll(/[^/]/g, "").length) || "./";
  return quoted(`${upwards}${decoded(shorter).replace(/^.*\//s, "")}${query === "" ? "" : `?${query}`}`);
}

/** Percent-encoded as Python's `quote` does here: what was encoded is not told from a bare `%`. */
function quoted(address: string): string {
  return encodeURI(address.toWellFormed()).replaceAll("%25", "%").replaceAll("%5B", "[").replaceAll("%5D", "]");
}
