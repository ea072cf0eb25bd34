import type { UserLimited } from "@sitebay-tickets/contract";
import { keyOf, mix } from "../fixtures/draw.ts";
import * as fixtures from "../fixtures/fixtures.ts";

/** What a credential may do: `read` only looks, `readwrite` changes tickets, `admin` too. */
export type Scope = "admin" | "read" | "readwrite";

export interface ApiKey {
  readonly token: string;
  /** Default `readwrite`. */
  readonly scope?: Scope;
}

export interface SessionCookie {
  readonly value: string;
  /** Default `readwrite`. */
  readonly scope?: Scope;
}

export interface Account {
  readonly username: string;
  readonly password: string;
  /** What replies show of this user. */
  readonly user?: Partial<UserLimited>;
}

/** What a world accepts. A list that is left out stays at its default, an empty one accepts nothing. */
export interface CredentialOptions {
  readonly keys?: readonly ApiKey[];
  readonly cookies?: readonly SessionCookie[];
  /** Replies through keys and cookies are written by the first of these. */
  readonly accounts?: readonly Account[];
}

/** The credentials of a world that was given none. */
export const demoCredentials = {
  keys: [
    { token: "demo-token", scope: "readwrite" },
    { token: "demo-read-token", scope: "read" },
    { token: "demo-admin-token", scope: "admin" },
  ],
  cookies: [{ value: "demo-cookie", scope: "readwrite" }],
  accounts: [
    {
      username: "ada@example.com",
      password: "demo-password",
      user: { email: "ada@example.com", first_name: "Ada", last_name: "Okafor" },
    },
  ],
} as const satisfies CredentialOptions;

/** Who sent a request, by which credential, and what they may do. */
export interface Caller {
  readonly user: UserLimited;
  readonly scope: Scope;
  readonly credential: CredentialKind;
}

/** A long-lived API key, the token of a login, or the session cookie. */
export type CredentialKind = "cookie" | "key" | "login";

/** Which logins there were and what was revoked; tokens that somebody chose are not in it. */
export interface CredentialsState {
  /** The user names of all logins, in their order; a login's token follows from its place and the seed. */
  readonly logins: readonly string[];
  /** Places of the logins, and of the keys, whose tokens are no longer accepted. */
  readonly revokedLogins: readonly number[];
  readonly revokedKeys: readonly number[];
}

/** The credentials in force in one world. */
export class Credentials {
  readonly #seed: number;
  readonly #keys: readonly string[];
  readonly #bearers = new Map<string, Caller>();
  readonly #cookies = new Map<string, Caller>();
  readonly #accounts = new Map<string, { password: string; user: UserLimited }>();
  readonly #logins: { readonly username: string; readonly token: string }[] = [];

  constructor(seed: number, options: CredentialOptions = {}, state?: CredentialsState) {
    this.#seed = seed;
    const { keys, cookies, accounts } = { ...demoCredentials, ...options };
    for (const [i, { username, password, user }] of accounts.entries()) {
      // Above the numbers of all users that seeded replies show.
      this.#accounts.set(username, { password, user: fixtures.user({ ...user }, { seed, index: FIRST_ACCOUNT + i }) });
    }
    const user =
      this.#accounts.get(accounts[0]?.username ?? "")?.user ?? fixtures.user({}, { seed, index: FIRST_ACCOUNT });
    this.#keys = keys.map(({ token }) => token);
    for (const { token, scope = "readwrite" } of keys) this.#bearers.set(token, { user, scope, credential: "key" });
    for (const { value, scope = "readwrite" } of cookies) {
      this.#cookies.set(value, { user, scope, credential: "cookie" });
    }
    if (state) this.#restore(state);
  }

  get state(): CredentialsState {
    const revoked = (tokens: readonly string[]) =>
      tokens.flatMap((token, place) => (this.#bearers.has(token) ? [] : [place]));
    return {
      logins: this.#logins.map(({ username }) => username),
      revokedLogins: revoked(this.#logins.map(({ token }) => token)),
      revokedKeys: revoked(this.#keys),
    };
  }

  /** Who holds a credential; either is enough, as long as it is good. undefined for nobody. */
  identify({ bearer, cookie }: { bearer?: string | undefined; cookie?: string | undefined }): Caller | undefined {
    return this.#bearers.get(bearer ?? "") ?? this.#cookies.get(cookie ?? "");
  }

  /** A new token for the account, or undefined when name or password is wrong. */
  login(username: string, password: string): string | undefined {
    const account = this.#accounts.get(username);
    return account?.password === password ? this.#admit(username, account.user) : undefined;
  }

  /** From now on the token is answered with 401: it expired, or somebody withdrew it. */
  revoke(token: string): void {
    this.#bearers.delete(token);
  }

  #admit(username: string, user: UserLimited): string {
    const number = this.#logins.length + 1;
    const token = `login-${number}-${mix(mix(this.#seed) ^ keyOf(`${username} ${number}`)).toString(16)}`;
    this.#logins.push({ username, token });
    this.#bearers.set(token, { user, scope: "readwrite", credential: "login" });
    return token;
  }

  #restore({ logins, revokedLogins, revokedKeys }: CredentialsState): void {
    for (const username of logins) {
      this.#admit(username, this.#accounts.get(username)?.user ?? fixtures.user({}, { seed: this.#seed }));
    }
    for (const place of revokedLogins) this.revoke(this.#logins[place]?.token ?? "");
    for (const place of revokedKeys) this.revoke(this.#keys[place] ?? "");
  }
}

const FIRST_ACCOUNT = 10_000;
