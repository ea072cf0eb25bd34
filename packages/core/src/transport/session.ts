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
