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

function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key, ...value] = pair.split("=");
    if (key?.trim() === name)
      return value
        .join("=")
        .trim()
        .replace(/^"(.*)"$/, "$1");
  }
  return undefined;
}
