import { bearerCredential, type Credentials, isToken } from "./credentials.ts";

/**
 * Authenticates with a token: what a login returned, or a long-lived API key.
 *
 * @param token the token, or a function that returns it; the function is called for every attempt, so
 *   that it can keep the token fresh, and what it throws reaches the caller as it is
 * @throws TypeError when there is no token, or none that a header can carry
 * @example
 * createTicketClient({ auth: bearer(process.env.SITEBAY_TOKEN) });
 */
export function bearer(token: string | undefined | (() => string | Promise<string>)): Credentials {
  if (typeof token === "function") return () => async () => bearerCredential(checked(await token()));
  const credential = bearerCredential(checked(token));
  return () => async () => credential;
}

function checked(token: string | undefined): string {
  if (isToken(token)) return token;
  throw new TypeError(
    token
      ? "The bearer token contains a space, a line break or another character that a header cannot carry: trim it."
      : "There is no bearer token: check where it is read from.",
  );
}
