import type { RequestCredential, Session } from "../transport/session.ts";

/** Exchanges a user name and a password for a token. */
export type LogIn = (credentials: PasswordLogin) => Promise<string>;

export interface PasswordLogin {
  readonly username: string;
  readonly password: string;
}

/** How a client says who it is: made by `bearer`, `cookie` or `password`. */
export type Credentials = (logIn: LogIn) => Session;

/** Whether a header can carry a token. `Headers` would refuse it too, but quote it in its message. */
export function isToken(text: unknown): text is string {
  return typeof text === "string" && /^[\x21-\x7e]+$/.test(text);
}

export function bearerCredential(token: string): RequestCredential {
  return { headers: { Authorization: `Bearer ${token}` }, secrets: [token] };
}
