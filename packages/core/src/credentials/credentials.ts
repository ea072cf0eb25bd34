/** What one request carries to say who sends it. */
export interface RequestCredential {
  readonly headers: Readonly<Record<string, string>>;
  /** For a credential that only the browser itself can send. */
  readonly includeCookies?: boolean;
  /** What must not show up in anything that is told about the request. */
  readonly secrets: readonly string[];
  /** Called after a 401: the next credential will be another one. Absent when it would be the same again. */
  readonly expire?: () => void;
}

/** Gives the credential for the next attempt. */
export type Session = () => Promise<RequestCredential>;

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
