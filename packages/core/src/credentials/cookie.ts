import { spec } from "@sitebay-tickets/contract";
import type { RequestCredential } from "../transport/session.ts";
import type { Credentials } from "./credentials.ts";

const COOKIE_VALUE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;

/**
 * Authenticates with the session cookie of a signed-in user. In a browser, where scripts cannot send
 * a cookie of their choice, the browser's own is included, and the value can be left out.
 *
 * @param value the cookie's value, without its name
 * @throws TypeError outside a browser, when there is no value or none that a cookie can have
 */
export function cookie(value?: string): Credentials {
  const credential = canSetCookieHeader()
    ? headerCredential(value)
    : { headers: {}, includeCookies: true, secrets: [] };
  return () => async () => credential;
}

// Asking the runtime is surer than guessing which one it is: browsers drop the header silently.
function canSetCookieHeader(): boolean {
  return new Request(spec.baseUrl, { headers: { Cookie: "a=b" } }).headers.has("Cookie");
}

function headerCredential(value: string | undefined): RequestCredential {
  if (value === undefined || !COOKIE_VALUE.test(value)) {
    throw new TypeError(
      value
        ? `The value of the ${spec.cookieName} cookie contains a character that a cookie cannot have: pass the value alone.`
        : `There is no value for the ${spec.cookieName} cookie: check where it is read from.`,
    );
  }
  return { headers: { Cookie: `${spec.cookieName}=${value}` }, secrets: [value] };
}
