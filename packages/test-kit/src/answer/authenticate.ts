import { spec } from "@sitebay-tickets/contract";
import type { Caller, Credentials } from "../world/credentials.ts";
import type { ServiceRequest } from "./service-messages.ts";

/** Who sent the request; undefined when none of its credentials is accepted. */
export function authenticate(credentials: Credentials, headers: ServiceRequest["headers"]): Caller | undefined {
  return credentials.identify({
    bearer: bearerToken(headers.authorization),
    cookie: cookieValue(headers.cookie, spec.cookieName),
  });
}

export function bearerToken(header: string | undefined): string | undefined {
  return /^bearer +(.*)$/i.exec(header ?? "")?.[1]?.trim();
}

/** Of cookies with the same name the last one counts (starlette/requests.py, `cookie_parser`). */
function cookieValue(header: string | undefined, name: string): string | undefined {
  let found: string | undefined;
  for (const pair of header?.split(";") ?? []) {
    const [key, ...value] = pair.split("=");
    if (key?.trim() === name) found = unquoted(value.join("=").trim());
  }
  return found;
}

/** A value in quotes may hold characters by number, `\055`, or behind a backslash. */
function unquoted(value: string): string {
  const inner = /^"(.*)"$/.exec(value)?.[1];
  return (
    inner?.replaceAll(/\\(?:([0-3][0-7]{2})|(.))/g, (_, octal: string | undefined, character: string) =>
      octal === undefined ? character : String.fromCharCode(Number.parseInt(octal, 8)),
    ) ?? value
  );
}
