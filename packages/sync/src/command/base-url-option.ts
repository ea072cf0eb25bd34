import { spec } from "@sitebay-tickets/contract";
import { UsageError } from "./usage-error.ts";

/**
 * Checks `--base-url` and takes slashes off its end.
 *
 * @throws UsageError when it is no address that a client could use; what it was is said only where
 * it cannot hold a secret
 */
export function checkBaseUrl(text: string): string {
  const url = URL.parse(text);
  if (url?.username || url?.password) {
    throw new UsageError(
      "--base-url holds a user name or a password. Credentials belong into the environment; see --help.",
    );
  }
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new UsageError(`--base-url is ${text}, but an address looks like ${spec.baseUrl}.`);
  }
  if (url.search || url.hash) throw new UsageError("--base-url must end with its path, without ? or #.");
  return url.href.replace(/\/+$/, "");
}
